package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.testing.FakeXray;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckPackageTest extends CommandLineFixture {
  @BeforeEach
  void seedPackages() {
    fake.seed(FakeXray.Kind.REPOSITORIES, resource("repositories.json"))
        .seed(FakeXray.Kind.PACKAGES, resource("packages.json"));
  }

  private int check(String name, String version, String... more) {
    List<String> all =
        new ArrayList<>(List.of("check-package", "--type", "NPM", "--name", name, "--version"));
    all.add(version);
    all.addAll(List.of(more));
    return onServer(all.toArray(new String[0]));
  }

  private int checkList(String lines, String... more) throws IOException {
    Path file = Files.writeString(secrets.resolve("packages.txt"), lines);
    List<String> all = new ArrayList<>(List.of("check-package", "--from-file", file.toString()));
    all.addAll(List.of(more));
    return onServer(all.toArray(new String[0]));
  }

  private List<JsonNode> jsonLines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().split("\n", 0)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private String asked(int request) {
    return fake.requests().get(request).body();
  }

  @Nested
  class OnePackage {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thatIsBlockedIsAFinding(boolean refuse) {
      fake.refuseBlockedPackages(refuse);

      assertThat(check("acme-widgets", "3.6.1")).isEqualTo(10);

      assertThat(out.toString())
          .contains(
              "VERDICT",
              "blocked",
              "policy malicious-packages",
              "known as malicious",
              "Choose another package");
      assertThat(err.toString()).isEmpty();
    }

    @Test
    void thatIsBlockedInSomeRepositoriesIsAFinding() {
      fake.seed(
              FakeXray.Kind.CURATION_POLICIES,
              "[{\"id\":\"4\",\"name\":\"a\",\"enabled\":false},"
                  + "{\"id\":\"11\",\"name\":\"b\",\"enabled\":false},"
                  + "{\"id\":\"12\",\"name\":\"c\",\"enabled\":false},"
                  + "{\"id\":\"14\",\"name\":\"d\",\"enabled\":false}]")
          .seed(
              FakeXray.Kind.REPOSITORIES,
              "{\"key\":\"npm-other\",\"packageType\":\"npm\",\"curated\":true}");

      assertThat(check("acme-widgets", "3.6.1")).isEqualTo(10);

      assertThat(out.toString()).contains("mixed", "npm-remote").doesNotContain("npm-other");
    }

    @Test
    void thatIsAllowedIsNoFinding() {
      assertThat(check("lodash", "4.17.21")).isZero();
      assertThat(out.toString()).contains("allowed").doesNotContain("no details");
    }

    @Test
    void thatIsUnknownIsAFindingOnRequestOnly() {
      assertThat(check("left-pad", "1.3.0")).isZero();
      assertThat(out.toString()).contains("unknown", "Curation does not know the package");

      assertThat(check("left-pad", "1.3.0", "--fail-on", "unknown")).isEqualTo(10);
      assertThat(check("lodash", "4.17.21", "--fail-on", "unknown")).isZero();
    }

    @Test
    void thatIsAllowedWithoutDetailsIsAFindingOnRequestOnly() {
      fake.failNext(FakeXray.Fault.EMPTY_BODY, 2);

      assertThat(check("lodash", "4.17.21")).isZero();
      assertThat(out.toString()).contains("allowed", "The server gave no details.");
      assertThat(check("lodash", "4.17.21", "--fail-on", "unknown")).isEqualTo(10);
    }

    @Test
    void isAFailureIfItsStatusCannotBeRead() {
      fake.forbid("/xray/api/v1/curation/package_status");

      assertThat(check("acme-widgets", "3.6.1")).isEqualTo(3);

      assertThat(out.toString()).contains("not checked", "Permission denied");
      assertThat(err.toString()).contains("could not check NPM acme-widgets 3.6.1");
    }

    @Test
    void isAskedForWithReadOnly() {
      assertThat(check("lodash", "4.17.21", "--read-only")).isZero();
    }

    @Test
    void isInTheDemo() {
      String[] blocked = {
        "check-package", "--demo", "--type", "npm", "--name", "acme-widgets", "--version", "3.6.1"
      };
      String[] allowed = {
        "check-package", "--demo", "--type", "npm", "--name", "lodash", "--version", "4.17.21"
      };

      assertThat(run(blocked)).isEqualTo(10);
      assertThat(run(allowed)).isZero();
      assertThat(out.toString()).contains("blocked", "allowed");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "--type npm",
          "--type npm --name a",
          "--from-file x --type npm --name a --version 1",
          "--type npm --name a --version 1 --fail-on blocked",
          ""
        })
    void needsAllItsParts(String arguments) {
      assertThat(onServer(("check-package " + arguments).strip().split(" "))).isEqualTo(2);
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void needsAName() {
      assertThat(check("", "1")).isEqualTo(2);
      assertThat(err.toString()).contains("name must not be blank");
      assertThat(fake.requests()).isEmpty();
    }
  }

  @Nested
  class Explanation {
    private int explain(String name, String file) {
      return onServer(
          "explain",
          "--message",
          "403 Forbidden - GET https://acme.example/artifactory/api/npm/npm-remote/" + name + "/-/"
              + file);
    }

    @Test
    void ofARefusalWithoutAReasonAsksCurationAboutThePackage() {
      assertThat(explain("acme-widgets", "acme-widgets-3.6.1.tgz")).isEqualTo(10);

      assertThat(out.toString())
          .contains("refused with the\nstatus 403", "known as malicious", "was asked about");
    }

    @Test
    void ofAPackageThatCurationAllowsNowFindsNoCauseInCuration() {
      fake.seed(FakeXray.Kind.WATCHES, "[]");
      int exit = explain("lodash", "lodash-4.17.21.tgz");

      assertThat(out.toString())
          .contains("Curation allows it")
          .doesNotContain("Curation blocks it");
      assertThat(exit).isZero();
    }

    @Test
    void ofAPackageThatSomeRepositoriesBlockFindsACause() {
      fake.seed(FakeXray.Kind.WATCHES, "[]")
          .seed(
              FakeXray.Kind.CURATION_POLICIES,
              "[{\"id\":\"4\",\"name\":\"a\",\"enabled\":false},"
                  + "{\"id\":\"11\",\"name\":\"b\",\"enabled\":false},"
                  + "{\"id\":\"12\",\"name\":\"c\",\"enabled\":false},"
                  + "{\"id\":\"14\",\"name\":\"d\",\"enabled\":false}]")
          .seed(
              FakeXray.Kind.REPOSITORIES,
              "[{\"key\":\"npm-other\",\"rclass\":\"remote\",\"packageType\":\"npm\","
                  + "\"curated\":true},{\"key\":\"npm-both\",\"rclass\":\"virtual\","
                  + "\"packageType\":\"npm\",\"repositories\":[\"npm-remote\",\"npm-other\"]}]");

      int exit = onServer(
          "explain",
          "--message",
          "403 Forbidden - GET https://acme.example/artifactory/api/npm/npm-both/acme-widgets/-/"
              + "acme-widgets-3.6.1.tgz");

      assertThat(out.toString()).contains("Curation blocks it in", "and allows it in");
      assertThat(exit).isEqualTo(10);
    }

    @Test
    void isIncompleteIfCurationCannotBeAsked() {
      fake.seed(FakeXray.Kind.WATCHES, "[]").forbid("/xray/api/v1/curation/package_status");

      assertThat(explain("lodash", "lodash-4.17.21.tgz")).isEqualTo(3);

      assertThat(err.toString())
          .contains("Whether Curation blocks the package now was not checked");
    }
  }

  @Nested
  class ListOfPackages {
    @Test
    void isCheckedInItsOrderWithEachPackageOnce() throws IOException {
      assertThat(checkList("\ufeff# ours\n\nnpm lodash 4.17.21\r\n npm\tacme-widgets  3.6.1 \n"
              + "pkg:npm/lodash@4.17.21\n"))
          .isEqualTo(10);

      assertThat(out.toString().lines())
          .hasSize(3)
          .element(1, InstanceOfAssertFactories.STRING)
          .contains("lodash", "allowed");
      assertThat(fake.requests()).hasSize(2);
    }

    @Test
    void isReadFromStandardInput() {
      InputStream before = System.in;
      System.setIn(new ByteArrayInputStream("npm lodash 4.17.21".getBytes(StandardCharsets.UTF_8)));
      try {
        assertThat(onServer("check-package", "--from-file", "-")).isZero();
      } finally {
        System.setIn(before);
      }
      assertThat(out.toString()).contains("allowed");
    }

    @Test
    void isPrintedAsJsonLines() throws IOException {
      fake.failNext(500, 1);

      assertThat(checkList(
              "npm lodash 1\nnpm acme-widgets 3.6.1\nnpm left-pad 1.3.0", "--format", "json"))
          .isEqualTo(10);

      List<JsonNode> lines = jsonLines();
      assertThat(lines).hasSize(3);
      assertThat(lines.get(0).path("verdict").isNull()).isTrue();
      assertThat(lines.get(0).path("problem").asText()).contains("500");
      assertThat(lines.get(1).path("name").asText()).isEqualTo("acme-widgets");
      assertThat(lines.get(1).path("verdict").asText()).isEqualTo("BLOCKED");
      assertThat(
              lines.get(1).at("/status/repositories/0/policies/0/policy_name").asText())
          .isEqualTo("malicious-packages");
      assertThat(lines.get(2).path("verdict").asText()).isEqualTo("UNKNOWN");
      assertThat(lines.get(2).path("hasDetails").asBoolean()).isTrue();
    }

    @Test
    void goesOnAfterAPackageThatCannotBeRead() throws IOException {
      fake.failNext(500, 1);

      assertThat(checkList("npm lodash 4.17.21\nnpm left-pad 1.3.0")).isEqualTo(3);

      assertThat(out.toString()).contains("not checked", "unknown");
      assertThat(err.toString()).contains("could not check npm lodash 4.17.21");
      assertThat(fake.requests()).hasSize(2);
    }

    @Test
    void isNotAskedForOnceTheTokenIsRefused() throws IOException {
      fake.requireToken("another");

      assertThat(checkList("npm lodash 4.17.21\nnpm left-pad 1.3.0")).isEqualTo(3);

      assertThat(fake.requests()).hasSize(1);
      assertThat(err.toString()).contains("npm lodash", "npm left-pad");
    }

    @Test
    void isNotAskedForOnceAPermissionIsMissing() throws IOException {
      fake.forbid("/xray/api/v1/curation/package_status");

      assertThat(checkList("npm lodash 4.17.21\nnpm left-pad 1.3.0")).isEqualTo(3);

      assertThat(fake.requests()).hasSize(1);
      assertThat(err.toString()).contains("npm lodash", "npm left-pad");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void isAskedForOnceIfTheServerLacksTheEndpoint(int status) throws IOException {
      fake.failNext(status, 2);

      assertThat(checkList("npm lodash 4.17.21\nnpm left-pad 1.3.0")).isEqualTo(3);

      assertThat(fake.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "pkg:npm/%40acme/web@1.2.3 | npm | @acme/web | 1.2.3",
          "pkg:npm/@acme/web@1.2.3?a=b#c/d | npm | @acme/web | 1.2.3",
          "PKG:Maven/com.acme/core@1.0%2B2 | maven | com.acme:core | 1.0+2",
          "pkg:golang/acme.example/x/y@v1.0.0 | go | acme.example/x/y | v1.0.0",
          "pkg:gem/rails@7.0 | rubygems | rails | 7.0",
          "pkg:huggingface/acme/model@rev | huggingface | acme/model | rev",
          "pkg:pypi/requests@2.0 | pypi | requests | 2.0",
          "maven com.acme:core 1.0 | maven | com.acme:core | 1.0",
        })
    void namesPackagesByWordsOrByUrls(String line, String type, String name, String version)
        throws IOException {
      checkList(line);

      assertThat(new ObjectMapper().readTree(asked(0)))
          .isEqualTo(new ObjectMapper()
              .createObjectNode()
              .put("packageType", type)
              .put("packageName", name)
              .put("packageVersion", version));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "lodash",
          "npm lodash",
          "npm lodash 1 2",
          "lodash@1",
          "pkg:npm/lodash",
          "pkg:npm@1",
          "pkg:npm/lodash@",
          "pkg:npm/@1",
          "pkg:npm/a//b@1",
          "pkg:npm/a%zz@1",
          "pkg:npm/a%0Ab@1",
          "pkg:npm/a@1%00",
          "pkg:/a@1"
        })
    void isRefusedWithTheNumberOfAWrongLine(String line) throws IOException {
      assertThat(checkList("npm lodash 4.17.21\n" + line)).isEqualTo(2);

      assertThat(err.toString()).contains("line 2 of ", "packages.txt: ", "\"" + line + "\"");
      assertThat(fake.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n# nothing\n"})
    void mustHaveAPackage(String text) throws IOException {
      assertThat(checkList(text)).isEqualTo(2);
      assertThat(err.toString()).contains("packages.txt has no packages");
    }

    @Test
    void mustExist() {
      assertThat(onServer("check-package", "--from-file", "/no/such/file")).isEqualTo(3);
      assertThat(err.toString()).contains("there is no such file");
    }

    @Test
    void cannotBeReadFromStandardInputTogetherWithTheToken() {
      assertThat(run("check-package", "--from-file", "-", "--url", fake.url(), "--token-file", "-"))
          .isEqualTo(2);
      assertThat(err.toString()).contains("cannot be both the token and the input");
    }
  }
}
