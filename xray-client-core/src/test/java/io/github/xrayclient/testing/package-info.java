/** A fake Xray for tests: {@link io.github.xrayclient.testing.FakeXray}. */
package io.github.xrayclient.testing;
