package io.github.xrayclient.diagnostics;

import io.github.xrayclient.testsupport.PublicApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublicApiTest {
  @Test
  void isTheOneInTheFile() {
    PublicApi.ofModule(Path.of("target/classes")).check(Path.of("public-api.txt"));
  }
}
