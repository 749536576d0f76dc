package io.github.xrayclient.examples.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiveCommandTest extends CommandLineFixture {
  @TempDir
  Path folder;

  private int waive(String... options) {
    List<String> arguments = new ArrayList<>(List.of("waive", "--justification", "vendored"));
    arguments.addAll(List.of(options));
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    fake.clearRequests();
    return onServer(arguments.toArray(new String[0]));
  }

  private int waiveListed(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("packages.txt"), text);
    List<String> arguments = new ArrayList<>(List.of("--from-file", file.toString()));
    arguments.addAll(List.of(options));
    return waive(arguments.toArray(new String[0]));
  }

  private List<RecordedRequest> writes() {
    return fake.requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .collect(Collectors.toList());
  }

  private static List<String> added(JsonNode body) {
    List<String> added = new ArrayList<>();
    for (JsonNode waiver : body.get("waivers")) {
      if (!waiver.has("id")) {
        added.add(waiver.get("pkg_type").asText() + " " + waiver.get("pkg_name").asText() + " "
            + (waiver.get("all_versions").asBoolean() ? "all" : waiver.get("pkg_versions")));
      }
    }
    return added;
  }

  @Nested
  class FromAFile {
    private static final String LIST = "# reviewed\n\nnpm left-pad 1.3.0\n"
        + "pkg:npm/%40acme/web\nNPM left-pad 1.2.0\npypi six 1.0\npypi six\n";

    @Test
    void addsOneWaiverForEachPackageByOneUpdate() throws IOException {
      assertThat(waiveListed(LIST, "--policy", "11")).as(err.toString()).isZero();

      assertThat(writes()).singleElement().satisfies(put -> {
        assertThat(put.method()).isEqualTo("PUT");
        assertThat(added(put.json()))
            .containsExactly(
                "npm left-pad [\"1.3.0\",\"1.2.0\"]", "npm @acme/web all", "pypi six all");
        assertThat(put.json().get("waivers").findValuesAsText("justification"))
            .containsOnly("vendored");
      });
      assertThat(curationPolicy("11").get("waivers")).hasSize(5);
    }

    @Test
    void changesNothingIfItIsRepeated() throws IOException {
      waiveListed(LIST, "--policy", "11");
      JsonNode before = curationPolicy("11");

      assertThat(waiveListed("npm left-pad 1.2.0\nnpm @acme/web 9\n", "--policy", "11"))
          .isZero();

      assertThat(writes()).isEmpty();
      assertThat(curationPolicy("11")).isEqualTo(before);
      assertThat(err.toString().lines())
          .singleElement()
          .asString()
          .startsWith("Policy 11 (")
          .contains("was not changed: ", "already exempts the version 1.2.0 of npm left-pad");
    }

    @Test
    void addsOnlyTheMissingVersions() throws IOException {
      waiveListed("npm left-pad 1.2.0\n", "--policy", "11");

      assertThat(waiveListed("npm left-pad 1.2.0\nnpm left-pad 1.3.0\n", "--policy", "11"))
          .isZero();

      assertThat(added(writes().get(0).json())).containsExactly("npm left-pad [\"1.3.0\"]");
      assertThat(err.toString()).contains("so a waiver is added for the version 1.3.0");
    }

    @ParameterizedTest
    @CsvSource({
      "npm, 'a package must be TYPE NAME [VERSION] or a package URL'",
      "npm a b c, 'a package must be TYPE NAME [VERSION] or a package URL'",
      "pkg:npm, 'a package URL must have a type and a name'",
      "pkg:npm/a@, 'a package URL must have a type and a name'"
    })
    void refusesABadLineBeforeAnyRequest(String line, String words) throws IOException {
      assertThat(waiveListed("npm left-pad\n" + line + "\n", "--policy", "11")).isEqualTo(2);

      assertThat(err.toString()).contains("line 2 of ", words);
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
      assertThat(waiveListed("# nothing\n", "--policy", "11")).isEqualTo(2);

      assertThat(err.toString()).contains("has no packages");
    }
  }

  @Nested
  class Labels {
    @Test
    void areWaivedAndNotTwice() {
      fake.seed(FakeXray.Kind.CATALOG_LABELS, "[{\"name\":\"vetted\"}]");

      assertThat(waive("--policy", "12", "--label", "vetted"))
          .as(err.toString())
          .isZero();
      assertThat(curationPolicy("12").get("label_waivers").get(0).get("label").asText())
          .isEqualTo("vetted");

      assertThat(waive("--policy", "12", "--label", "vetted")).isZero();
      assertThat(writes()).isEmpty();
      assertThat(err.toString()).contains("was not changed: label waiver");
    }
  }

  @Nested
  class Policies {
    @Test
    void areMeantByTheirNames() {
      String name = curationPolicy("11").get("name").asText();

      assertThat(waive("--policy", name, "--type", "npm", "--package", "x")).isZero();

      assertThat(writes()).hasSize(1);
      assertThat(curationPolicy("11").get("waivers")).hasSize(3);
    }

    @Test
    void areChangedByOneUpdateEach() {
      assertThat(waive(
              "--policy",
              "11",
              "--policy",
              "12",
              "--type",
              "npm",
              "--package",
              "x",
              "--format",
              "json"))
          .isZero();

      assertThat(writes()).extracting(RecordedRequest::path).hasSize(2).doesNotHaveDuplicates();
      assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.contains("\"x\""));
    }

    @Test
    void areShownIfALaterOneFails() {
      assertThat(waive("--policy", "11", "--policy", "99", "--type", "npm", "--package", "x"))
          .isEqualTo(4);

      assertThat(out.toString()).startsWith("Policy 11 (").contains("npm x");
      assertThat(err.toString()).contains("already done: PUT ").contains("99");
    }

    @Test
    void areTitledOnADryRun() {
      assertThat(waive(
              "--policy", "11", "--policy", "12", "--type", "npm", "--package", "x", "--dry-run"))
          .isZero();

      assertThat(writes()).isEmpty();
      assertThat(out.toString().lines())
          .filteredOn(line -> line.startsWith("Policy ") || line.startsWith("adds"))
          .hasSize(4);
    }
  }

  @Test
  void saysOnADryRunThatNothingWouldChange() {
    assertThat(waive("--policy", "11", "--type", "npm", "--package", "x")).isZero();

    assertThat(waive(
            "--policy",
            "11",
            "--type",
            "npm",
            "--package",
            "x",
            "--version",
            "1",
            "--dry-run",
            "--format",
            "json"))
        .isZero();

    assertThat(writes()).isEmpty();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("would not be changed", "already exempts the version 1");
  }
}
