/**
 * A fake Xray for tests, {@link io.github.xrayclient.testing.FakeXray}, and the tests of a transport,
 * {@link io.github.xrayclient.testing.TransportContract}. All else is for this library's own tests.
 */
package io.github.xrayclient.testing;
