/**
 * Tests without a server, and tests of a transport. Begin with {@link
 * io.github.xrayclient.testing.FakeXray}, an Xray server in memory; {@link
 * io.github.xrayclient.testing.TransportContract} holds the tests that every transport of your own
 * should pass.
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
