package io.github.xrayclient.diagnostics.block;

import org.junit.jupiter.api.AfterEach;

/** For tests on a server of their own. */
public abstract class PlatformFixture {
  protected final Platform platform = new Platform();

  @AfterEach
  public final void stop() {
    platform.close();
  }
}
