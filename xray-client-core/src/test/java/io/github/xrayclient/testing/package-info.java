/**
 * Tests without a real server. Start with {@link io.github.xrayclient.testing.FakeXray}, an Xray
 * server in memory. {@link io.github.xrayclient.testing.TransportContract} has the tests that each
 * implementation of {@code Transport} must pass.
 *
 * <pre>{@code
 * try (FakeXray server = FakeXray.start().seed(FakeXray.Kind.POLICIES, json);
 *     XrayClient xray = XrayClient.builder()
 *         .baseUrl(server.url())
 *         .credentials(Credentials.anonymous())
 *         .build()) {
 *   assertEquals(1, xray.policies().list().size());
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.testing;

import org.jspecify.annotations.NullMarked;
