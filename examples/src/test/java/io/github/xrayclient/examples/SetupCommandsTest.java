package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupCommandsTest extends CommandLineFixture {
  @Nested
  class Covers {
    @Test
    void listsTheWatchesOfARepository() throws IOException {
      assertThat(onServer("what-covers", "--repo", "example-repo-local", "--format", "json"))
          .isZero();

      JsonNode watch = json();
      assertThat(watch.get("watch").asText()).isEqualTo("release-repositories");
      assertThat(watch.get("active").asBoolean()).isTrue();
      assertThat(watch.get("certain").asBoolean()).isTrue();
      assertThat(watch.at("/policies/0/policy").asText()).isEqualTo("block-vulnerabilities");
      assertThat(watch.at("/policies/0/blockingRules/0").asText()).isEqualTo("any-severity");
      assertThat(err.toString()).contains("was not looked up in Artifactory");
    }

    @Test
    void listsThemAsATableForPeople() {
      assertThat(onServer("what-covers", "--repo", "example-repo-local")).isZero();

      assertThat(out.toString().lines())
          .hasSize(2)
          .last()
          .asString()
          .matches(
              "example-repo-local +release-repositories +yes +block-vulnerabilities +Watch \"release-repositories\" covers .*");
    }

    @Test
    void saysPerhapsWhereSomethingIsNotKnown() {
      fake.seed(
          FakeXray.Kind.WATCHES,
          "{\"general_data\":{\"name\":\"maybe\",\"active\":true},\"project_resources\":"
              + "{\"resources\":[{\"type\":\"repository\",\"name\":\"example-repo-local\"}]},"
              + "\"assigned_policies\":[{\"name\":\"hidden\",\"type\":\"security\"}]}");

      assertThat(onServer("what-covers", "--repo", "example-repo-local")).isZero();

      assertThat(out.toString()).containsPattern("maybe +perhaps +hidden");
    }

    @Test
    void saysThatThereIsNone() {
      assertThat(onServer("what-covers", "--repo", "other")).isZero();
      assertThat(out.toString())
          .isEqualTo("No watch that could be read covers repository other.\n");
    }

    @Test
    void listsTheRepositoriesOfAWatch() {
      seedRepositories();

      assertThat(onServer("what-covers", "--watch", "release-repositories")).isZero();

      assertThat(out.toString()).containsPattern("example-repo-local +release-repositories +yes");
      assertThat(out.toString()).doesNotContain("other ");
    }

    @Test
    void listsTheRepositoriesOfAPolicy() throws IOException {
      seedRepositories();

      assertThat(onServer("what-covers", "--policy", "block-vulnerabilities", "--format", "json"))
          .isZero();

      assertThat(json().get("repository").asText()).isEqualTo("example-repo-local");
    }

    private void seedRepositories() {
      fake.seed(
              FakeXray.Kind.REPOSITORIES,
              "{\"key\":\"example-repo-local\",\"rclass\":\"local\",\"packageType\":\"maven\"}")
          .seed(
              FakeXray.Kind.REPOSITORIES,
              "{\"key\":\"other\",\"rclass\":\"local\",\"packageType\":\"maven\"}");
    }

    @Test
    void failsForAWatchOrPolicyThatDoesNotExist() {
      assertThat(onServer("what-covers", "--watch", "nobody")).isEqualTo(3);
      assertThat(err.toString())
          .contains("No watch that could be read has the name or the ID \"nobody\".");
      assertThat(onServer("what-covers", "--policy", "nobody")).isEqualTo(3);
      assertThat(err.toString()).contains("No policy that could be read has the name \"nobody\".");
    }

    @Test
    void namesTheResourcesThatAreNoRepositories() {
      fake.seed(
          FakeXray.Kind.WATCHES,
          "{\"general_data\":{\"name\":\"builds\",\"active\":true},\"project_resources\":{\"resources\":"
              + "[{\"type\":\"all-builds\",\"name\":\"All Builds\"}]}}");

      assertThat(onServer("what-covers", "--watch", "builds")).isZero();

      assertThat(out.toString()).isEqualTo("Watch builds covers no repository.\n");
      assertThat(err.toString()).contains("no download is blocked because of it");
    }

    @Test
    void needsARepositoryOrAWatchOrAPolicy() {
      assertThat(onServer("what-covers")).isEqualTo(2);
      assertThat(onServer("what-covers", "--watch", " ")).isEqualTo(2);
      assertThat(onServer("what-covers", "--watch", "w", "--policy", "p")).isEqualTo(2);
      assertThat(onServer("what-covers", "--repo", " ")).isEqualTo(2);
      assertThat(fake.requests()).isEmpty();
    }
  }

  @Nested
  class OfAnExport {
    @TempDir
    Path folder;

    @BeforeEach
    void export() {
      assertThat(onServer("export", folder.toString())).isZero();
      fake.clearRequests();
      out.getBuffer().setLength(0);
      err.getBuffer().setLength(0);
    }

    @Test
    void listsTheWatchesOfARepositoryWithoutAServer() {
      assertThat(run("what-covers", "--repo", "example-repo-local", "--from", folder.toString()))
          .isZero();

      assertThat(out.toString()).containsPattern("example-repo-local +release-repositories +yes");
      assertThat(err.toString()).contains("because no server was asked");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void findsWhatHasNoEffect() {
      assertThat(run("audit-setup", "--from", folder.toString())).isZero();
      assertThat(out.toString()).startsWith("No problem was found");
    }

    @Test
    void saysWhatTheSelectionLeftOut() {
      Path some = folder.resolve("some");
      assertThat(onServer("export", some.toString(), "--only", "watches:nightly-*"))
          .isEqualTo(3);
      assertThat(onServer("export", some.toString(), "--only", "policies")).isZero();
      err.getBuffer().setLength(0);
      String sentence =
          "Not all policies and watches are in the export, because the export is limited to a"
              + " selection: only policies.";

      assertThat(run("explain", "--repo", "example-repo-local", "--from", some.toString()))
          .isEqualTo(3);
      assertThat(out.toString().replaceAll("\\s+", " ")).contains(sentence);
      run("audit-setup", "--from", some.toString());
      assertThat(err.toString()).contains(sentence);
      err.getBuffer().setLength(0);
      run("what-covers", "--repo", "example-repo-local", "--from", some.toString());
      assertThat(err.toString()).contains(sentence);
    }

    @Test
    void explainsWhatWouldBlockAnArtifact() {
      assertThat(run(
              "explain",
              "--repo",
              "example-repo-local",
              "--path",
              "a/b.jar",
              "--from",
              folder.toString()))
          .isEqualTo(10);
      assertThat(out.toString()).contains("release-repositories", "block-vulnerabilities");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void refusesWhatOnlyAServerKnows() {
      assertThat(run("what-covers", "--watch", "w", "--from", folder.toString()))
          .isEqualTo(2);
      assertThat(run("explain", "--message", "x", "--from", folder.toString())).isEqualTo(2);
      assertThat(run("audit-setup", "--project", "p", "--from", folder.toString()))
          .isEqualTo(2);
      assertThat(onServer("audit-setup", "--from", folder.toString())).isEqualTo(2);
      assertThat(err.toString()).contains("--from needs no server");
    }
  }

  @Nested
  class Audit {
    @Test
    void exitsWithZeroIfAllIsAtWork() {
      assertThat(onServer("audit-setup")).isZero();
      assertThat(out.toString())
          .isEqualTo("No problem was found (policies checked: 1, watches checked: 1).\n");

      assertThat(onServer("audit-setup", "--format", "json")).isZero();
      assertThat(err.toString()).isEmpty();
    }

    @Test
    void namesWhatHasNoEffectAndExitsWithTen() throws IOException {
      fake.seed(FakeXray.Kind.WATCHES, "{\"general_data\":{\"name\":\"idle\",\"active\":false}}");

      assertThat(onServer("audit-setup")).isEqualTo(10);
      assertThat(out.toString())
          .contains("WATCH_INACTIVE", "Watch \"idle\" is not active, so it has no effect.")
          .contains("WATCH_EMPTY");
    }

    @Test
    void givesOneObjectForEachFinding() throws IOException {
      fake.seed(
          FakeXray.Kind.WATCHES,
          "{\"general_data\":{\"name\":\"idle\",\"active\":true},\"project_resources\":{\"resources\":"
              + "[{\"type\":\"all-repos\"}]}}");

      assertThat(onServer("audit-setup", "--format", "json")).isEqualTo(10);

      assertThat(json().toString())
          .isEqualTo("{\"kind\":\"WATCH_EMPTY\",\"watch\":\"idle\",\"policy\":null,\"rule\":null,"
              + "\"project\":null,\"text\":\"Watch \\\"idle\\\" has no policies, so it has no"
              + " effect.\"}");
    }

    @Test
    void exitsWithThreeIfItMayNotLook() {
      fake.forbid("/xray/api/v2/watches");

      assertThat(onServer("audit-setup")).isEqualTo(3);
      assertThat(err.toString()).contains("403", "Manage Watches");
    }
  }
}
