package io.github.xrayclient.curation.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testsupport.Thorough;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A walk needs memory for a page and the ids, however long it is. */
class SmallHeapTest {
  @TempDir
  private Path folder;

  @Test
  @Timeout(120)
  void isEnoughForALongWalk() throws Exception {
    walk(100_000, 0);
  }

  @Test
  @Timeout(120)
  void isEnoughWithAPageFetchedAhead() throws Exception {
    walk(Thorough.count(20_000, 100_000), 1);
  }

  private void walk(int policies, int pagesAhead) throws Exception {
    Path printed = folder.resolve("printed.txt");
    Path errors = folder.resolve("errors.txt");
    try (EndlessPolicies server = new EndlessPolicies(policies)) {
      Process client = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx48m",
              "-XX:+ExitOnOutOfMemoryError",
              "-cp",
              System.getProperty("java.class.path"),
              WalkAllPolicies.class.getName(),
              server.url(),
              String.valueOf(pagesAhead))
          .redirectOutput(printed.toFile())
          .redirectError(errors.toFile())
          .start();
      try {
        assertThat(client.waitFor(100, TimeUnit.SECONDS)).isTrue();
      } finally {
        client.destroyForcibly().waitFor();
      }

      assertThat(client.exitValue()).as(Files.readString(errors)).isZero();
      assertThat(Files.readString(printed).strip())
          .isEqualTo(
              "%1$d policies, %2$d waivers, ids 1 to %1$d, %1$d of them", policies, 3 * policies);
      assertThat(server.requests).hasValue(policies / 100);
    }
  }
}
