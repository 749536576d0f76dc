package io.github.xrayclient.diagnostics.block;

import org.junit.jupiter.api.AfterEach;

/** For tests on a server of their own. */
abstract class PlatformFixture {
  final Platform platform = new Platform();

  @AfterEach
  final void stop() {
    platform.close();
  }
}
