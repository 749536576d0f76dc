package io.github.xrayclient.diagnostics.internal.refusal.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.xrayclient.testsupport.Thorough;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads random texts and random addresses with credentials. */
class RandomAddressTest {
  private static final int ROUNDS = Thorough.count(5_000, 20_000);
  private static final String USER = "jane.doe";
  private static final String PASSWORD = "s3cr3t";

  private static final List<String> PIECES = List.of(
      "http://",
      "https://",
      "docker://",
      "//",
      "/",
      "/",
      "/",
      ":",
      "@",
      "?",
      "#",
      "%",
      "%2f",
      "%00",
      "..",
      ".",
      "-",
      "artifactory",
      "api",
      "npm",
      "pypi",
      "docker",
      "v2",
      "v3",
      "nuget",
      "manifests",
      "blobs",
      "sha256:",
      "curation",
      "audit",
      "storage",
      "ui",
      "native",
      "repos",
      "tree",
      "git",
      "repo.git",
      "library",
      "acme.example",
      "localhost:8081",
      "[::1]",
      "jfrog.io",
      "ü",
      "\u0000",
      "\ud83d",
      " ",
      "\n",
      "${REPO}",
      "<repo>",
      "...",
      "maven-metadata.xml",
      "1.0",
      "@acme",
      "-/");

  private static final List<String> BEHIND_HOST = List.of(
      "/artifactory/api/npm/REPO/@acme/core/-/core-1.0.0.tgz",
      "/artifactory/api/npm/REPO/left-pad",
      "/artifactory/api/pypi/REPO/packages/packages/a/b/c/six-1.0.tar.gz",
      "/artifactory/REPO/org/acme/app/1.0/app-1.0.jar",
      "/artifactory/api/storage/REPO/a.bin",
      "/artifactory/api/docker/REPO/v2/team/web/manifests/v1",
      "/v2/REPO/team/web/manifests/v1",
      "/api/cargo/REPO/v1/crates/demo/1.0.0/download");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void areReadWithoutAFailure(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String text = (random.nextBoolean() ? "https://acme.example/" : "")
          + IntStream.range(0, random.nextInt(12))
              .mapToObj(each -> PIECES.get(random.nextInt(PIECES.size())))
              .collect(Collectors.joining(random.nextBoolean() ? "/" : ""));

      DownloadAddress.parse(text).ifPresent(RandomAddressTest::isWellFormed);
      DownloadAddress.parse(text, key -> true).ifPresent(RandomAddressTest::isWellFormed);
      DownloadAddress.ofImage(text).ifPresent(RandomAddressTest::isWellFormed);
      DownloadAddress.ofRepository(text).ifPresent(RandomAddressTest::isWellFormed);
      DownloadAddress.ofMaven("org.acme:app:jar:1.0", text)
          .ifPresent(RandomAddressTest::isWellFormed);
      DownloadAddress.ofMaven(text, "https://acme.example/artifactory/libs")
          .ifPresent(RandomAddressTest::isWellFormed);
      assertThat(DownloadAddress.withoutCredentials(text)).isNotNull();
    }
  }

  private static void isWellFormed(DownloadAddress address) {
    assertThat(address.address()).isNotBlank().doesNotContain("?", "#");
    address
        .repository()
        .ifPresent(key -> assertThat(key).matches("[A-Za-z0-9_.-]+").doesNotEndWith("."));
    List.of(address.type(), address.path(), address.storedPath())
        .forEach(part -> part.ifPresent(text -> assertThat(text).isNotBlank()));
    address.packagePath().ifPresent(named -> assertThat(named.name()).isNotBlank());
    assertThatCode(() -> address.isFile("a/b.jar")).doesNotThrowAnyException();
    assertThatCode(() -> address.isPackage("a", Optional.of("1"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void neverContainCredentials(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS / 4; round++) {
      String host =
          List.of("acme.example", "acme.jfrog.io:443", "127.0.0.1:8081").get(random.nextInt(3));
      String path = BEHIND_HOST.get(random.nextInt(BEHIND_HOST.size())).replace("REPO", "docker-r");
      String end =
          List.of("", "?token=" + PASSWORD, "#" + PASSWORD, "?a=b#c").get(random.nextInt(4));
      String url = "https://" + USER + (random.nextInt(5) == 0 ? "" : ":" + password(random)) + "@"
          + host + path + end;

      DownloadAddress address = DownloadAddress.parse(url).orElseThrow();

      assertThat(address.address()).as(url).isEqualTo("https://" + host + path);
      assertThat(address.repository()).as(url).contains("docker-r");
      assertThat(DownloadAddress.plain(url)).as(url).isEqualTo("https://" + host + path);
      assertThat(DownloadAddress.withoutCredentials(url))
          .as(url)
          .isEqualTo("https://" + host + path + end);
      assertThat(
              DownloadAddress.ofMaven("org.acme:app:jar:1.0", url).orElseThrow().address())
          .as(url)
          .doesNotContain(USER, PASSWORD);
    }
  }

  /** A password with characters that ought to be escaped. */
  private static String password(Random random) {
    String characters = "aZ09.-_~!$&'()*+,;=:%/@#?";
    return PASSWORD
        + IntStream.range(0, random.nextInt(6))
            .mapToObj(
                each -> String.valueOf(characters.charAt(random.nextInt(characters.length()))))
            .collect(Collectors.joining());
  }
}
