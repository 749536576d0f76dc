package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.testing.FakeXray;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that are opened, used and closed, and the files and threads that they need. */
@Timeout(120)
class ManyClientsTest {
  private static final String PING = "/xray/api/v1/system/ping";

  /** For want of files, a connection may be refused until those of forgotten clients are free. */
  private static final RetryPolicy REPEATING = RetryPolicy.defaults().retries(20);

  private static final Map<String, Process> CHILDREN = new HashMap<>();

  private static XrayClientBuilder client(String url) {
    return XrayClient.builder()
        .baseUrl(url)
        .credentials(Credentials.anonymous())
        .timeout(Duration.ofSeconds(20))
        .retryPolicy(RetryPolicy.none());
  }

  /** Programs of this class, each in a JVM that may open so many files; they run side by side. */
  @BeforeAll
  static void start() throws IOException {
    Path bash = Path.of("/bin/bash");
    Assumptions.assumeTrue(Files.isExecutable(bash), "needs bash to limit the files of a process");
    for (Map.Entry<String, Integer> program :
        Map.of("closed", 1_024, "forgotten", 256, "few", 256).entrySet()) {
      Process child = new ProcessBuilder(
              bash.toString(),
              "-c",
              "ulimit -n " + program.getValue() + "; exec \"$0\" \"$@\"",
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx256m",
              "-Xlog:disable",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              ManyClientsTest.class.getName(),
              program.getKey())
          .redirectErrorStream(true)
          .start();
      CHILDREN.put(program.getKey(), child);
    }
  }

  @AfterAll
  static void stop() {
    CHILDREN.values().forEach(Process::destroyForcibly);
    CHILDREN.clear();
  }

  private static void ends(String program) throws Exception {
    Process child = CHILDREN.get(program);
    try (InputStream out = child.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
      assertThat(said.strip()).isEqualTo("done");
    }
  }

  /** The child's side. */
  public static void main(String[] arguments) throws Exception {
    try (FakeXray fake = FakeXray.start()) {
      switch (arguments[0]) {
        case "closed":
          for (int i = 0; i < 1_000; i++) {
            try (XrayClient xray = client(fake.url()).build()) {
              xray.call("GET", PING).send();
            }
          }
          break;
        case "forgotten":
          loadClasses(fake);
          for (int i = 0; i < 80; i++) { // nobody closes them
            client(fake.url()).retryPolicy(REPEATING).build().call("GET", PING).send();
          }
          break;
        default:
          fewFiles(fake);
      }
    }
    System.out.println("done");
    System.exit(0);
  }

  /** With no file left for a client, and then with none for its connection. */
  private static void fewFiles(FakeXray fake) throws IOException {
    loadClasses(fake);
    Deque<InputStream> files = new ArrayDeque<>();
    takeAll(files);
    int failed = 0;
    for (int left = 0; left <= 2; left += 2) {
      try (XrayClient xray = client(fake.url()).timeout(Duration.ofSeconds(1)).build()) {
        xray.call("GET", PING).send();
      } catch (XrayTransportException e) {
        failed++;
      }
      close(files.remove());
      close(files.remove());
    }
    if (failed == 0) {
      throw new AssertionError("there were files enough");
    }
  }

  /** Their files could not be opened later. */
  private static void loadClasses(FakeXray fake) {
    for (String url : List.of(fake.url(), "http://127.0.0.1:1")) {
      try (XrayClient warm = client(url).build()) {
        warm.call("GET", PING).send();
      } catch (XrayTransportException e) {
        if (url.equals(fake.url()) || e.isRequestSent()) {
          throw e;
        }
      }
    }
  }

  private static void takeAll(Deque<InputStream> files) {
    try {
      while (true) {
        files.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException none) {
      // that was the last one
    }
  }

  private static void close(InputStream file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void workOneAfterTheOther() throws Exception {
    ends("closed");
  }

  @Test
  void giveTheirFilesBackThoughNobodyClosesThem() throws Exception {
    ends("forgotten");
  }

  @Test
  void failAsTransportFailuresWithoutFiles() throws Exception {
    ends("few");
  }

  @Test
  void freeTheirThreads() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (FakeXray fake = FakeXray.start()) {
      for (int i = 0; i < 5; i++) {
        try (XrayClient xray = client(fake.url()).build()) {
          xray.call("GET", PING).send();
          xray.call("GET", PING).sendAsync().get(20, TimeUnit.SECONDS);
        }
      }
    }
    Set<Thread> left = Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread -> thread.getName().matches("(HttpClient|xray-client)-.*"))
        .collect(Collectors.toSet());
    for (Thread thread : left) {
      thread.join(20_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  @Test
  void leaveAnExecutorOfTheCallerToTheCaller() throws Exception {
    var threads = Executors.newCachedThreadPool();
    try (FakeXray fake = FakeXray.start()) {
      try (XrayClient xray =
          client(fake.url()).httpClient(builder -> builder.executor(threads)).build()) {
        xray.call("GET", PING).send();
      }
      assertThat(threads.submit(() -> 1).get()).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }
}
