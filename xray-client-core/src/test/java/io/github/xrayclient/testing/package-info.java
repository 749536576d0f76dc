/**
 * Tests without a real server. Start with {@link io.github.xrayclient.testing.FakeXray}, an Xray
 * server in memory. {@link io.github.xrayclient.testing.TransportContract} has the tests that each
 * implementation of {@code Transport} must pass.
 *
 * <pre>{@code
 * String policy = "{\"name\": \"no-critical\", \"type\": \"security\", \"rules\": []}";
 * try (FakeXray server = FakeXray.start().seed(FakeXray.Kind.POLICIES, policy);
 *     XrayClient xray = XrayClient.builder()
 *         .baseUrl(server.url())
 *         .credentials(Credentials.anonymous())
 *         .build()) {
 *   assertThat(xray.policies().list()).hasSize(1);
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.testing;

import org.jspecify.annotations.NullMarked;
