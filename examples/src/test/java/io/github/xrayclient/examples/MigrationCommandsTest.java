package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.examples.cli.RootCommand;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationCommandsTest {
  private static final String TOKEN = "top-secret-token";

  private final FakeXray source = filled();
  private final FakeXray target = FakeXray.start()
      .requireToken(TOKEN)
      .seed(FakeXray.Kind.POLICIES, "{\"name\":\"own\",\"type\":\"security\"}")
      .seed(
          FakeXray.Kind.CONDITIONS,
          "{\"id\":\"77\",\"name\":\"Malicious package\",\"is_custom\":false}");
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @TempDir
  Path folder;

  @TempDir
  Path secrets;

  @BeforeEach
  void writeToken() throws IOException {
    Files.writeString(tokenFile(), TOKEN);
  }

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  @Nested
  class Export {
    @Test
    void writesADirectoryAndCounts() throws IOException {
      assertThat(on(source, "export", directory(), "--format", "json")).isZero();

      assertThat(new ObjectMapper()
              .readTree(out.toString())
              .path("curation-policies")
              .asInt())
          .isEqualTo(5);
      assertThat(Path.of(directory(), "policies", "block-vulnerabilities.json")).exists();
      assertThat(Files.readString(Path.of(directory(), "manifest.json"))).doesNotContain(TOKEN);
      assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysWhatMayNotBeRead() {
      source.forbid("/xray/api/v1/curation");

      assertThat(on(source, "export", directory())).isZero();

      assertThat(err.toString()).contains("Not exported: curation-policies", "403");
    }

    @Test
    void takesOneProjectOnly() {
      assertThat(on(source, "export", directory(), "--project", "dev")).isZero();

      assertThat(out.toString()).contains("policies").doesNotContain("curation");
      assertThat(Path.of(directory(), "policies")).doesNotExist();
    }

    @Test
    void exitsWithThreeIfAFileIsInTheWay() throws IOException {
      Files.createDirectories(folder.resolve("export/policies"));
      Files.writeString(folder.resolve("export/policies/block-vulnerabilities.json"), "mine");

      assertThat(on(source, "export", directory())).isEqualTo(3);

      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).contains("block-vulnerabilities.json: no export wrote this file");
    }

    @Test
    void exitsWithThreeRatherThanLoseTheRestOfAnExport() {
      on(source, "export", directory());

      assertThat(on(source, "export", directory(), "--project", "dev")).isEqualTo(3);

      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).contains(directory(), "export into another directory");
      assertThat(on(source, "drift", directory())).isZero();
    }

    @Test
    void needsADirectory() {
      assertThat(on(source, "export")).isEqualTo(2);
    }
  }

  @Nested
  class Plan {
    @Test
    void exitsWithTenIfThereAreSteps() throws IOException {
      on(source, "export", directory());

      assertThat(on(target, "plan", directory(), "--output", file("plan.json"))).isEqualTo(10);

      assertThat(out.toString())
          .contains("create watch release-repositories", "create policy block-vulnerabilities");
      assertThat(Files.readString(Path.of(file("plan.json")))).doesNotContain(TOKEN);
      assertThat(target.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void exitsWithZeroIfThereAreNone() {
      on(source, "export", directory());

      assertThat(on(source, "plan", directory())).isZero();

      assertThat(out.toString()).contains("no steps");
      assertThat(folder).isDirectoryNotContaining("glob:**plan*");
    }

    @Test
    void takesItsOptions() throws IOException {
      on(source, "export", directory());
      Files.writeString(
          Path.of(file("map.json")), "{\"repositories\":{\"example-repo-local\":\"x\"}}");

      int exit = on(
          target,
          "plan",
          directory(),
          "--prune",
          "--as-dry-run",
          "--waivers",
          "exact",
          "--map",
          file("map.json"),
          "--format",
          "json");

      assertThat(exit).isEqualTo(10);
      JsonNode plan = new ObjectMapper().readTree(out.toString());
      assertThat(plan.path("target").asText()).isEqualTo(target.url());
      assertThat(out.toString()).contains("dry_run", "\"name\":\"x\"", "\"action\":\"DELETE\"");
    }

    @Test
    void exitsWithThreeForABadDirectoryOrMapping() throws IOException {
      assertThat(on(target, "plan", directory())).isEqualTo(3);
      assertThat(err.toString()).contains("manifest.json: there is no such file");
      on(source, "export", directory());
      Files.writeString(Path.of(file("map.json")), "{\"repos\":{}}");

      assertThat(on(target, "plan", directory(), "--map", file("map.json"))).isEqualTo(3);

      assertThat(err.toString()).contains("map.json: it maps repos, but");
    }
  }

  @Nested
  class Diff {
    @Test
    void isNoneBetweenAnExportAndItsServer() {
      on(source, "export", directory());

      assertThat(on(source, "diff", directory())).isZero();
      assertThat(out.toString()).contains("No differences");
    }

    @Test
    void listsWhatChangedFromOneDirectoryToTheOther() throws IOException {
      on(source, "export", directory());
      source.seed(FakeXray.Kind.POLICIES, "{\"name\":\"new\",\"type\":\"security\"}");
      on(source, "export", file("later"));

      assertThat(run("diff", directory(), file("later"), "--output", file("diff.txt")))
          .isEqualTo(10);
      assertThat(Files.readString(Path.of(file("diff.txt")))).isEqualTo("+ policy \"new\"\n");
      assertThat(run("diff", file("later"), directory(), "--output", file("diff.txt")))
          .isEqualTo(10);
      assertThat(Files.readString(Path.of(file("diff.txt")))).isEqualTo("- policy \"new\"\n");
    }

    @Test
    void refusesAServerBesideTwoDirectories() {
      on(source, "export", directory());

      assertThat(on(source, "diff", directory(), directory())).isEqualTo(2);
      assertThat(err.toString()).contains("TO needs no server");
    }

    @Test
    void refusesAProjectBesideTwoDirectories() {
      on(source, "export", directory());

      assertThat(run("diff", directory(), directory(), "--project", "alpha")).isEqualTo(2);
      assertThat(err.toString())
          .contains("--project cannot be used with TO", "leave --project out");
    }
  }

  @Nested
  class Selecting {
    @Test
    void limitsADifference() {
      on(source, "export", directory());
      source.seed(FakeXray.Kind.POLICIES, "{\"name\":\"new\",\"type\":\"security\"}");
      on(source, "export", file("later"));

      assertThat(run("diff", directory(), file("later"), "--only", "policies:n*"))
          .isEqualTo(10);
      assertThat(run("diff", directory(), file("later"), "--except", "policies:n*"))
          .isZero();
      assertThat(run("diff", directory(), file("later"), "--only", "watches:none"))
          .isEqualTo(3);
      assertThat(err.toString()).contains("includes no object of the two snapshots");
    }

    @Test
    void exportsPlansAndComparesOnlyWhatIsSelected() throws IOException {
      String watches = "watches:release-*";
      assertThat(on(source, "export", directory(), "--only", watches)).isZero();
      assertThat(Files.readString(Path.of(directory(), "manifest.json"))).contains(watches);
      assertThat(err.toString()).contains("Includes objects that selected ones need: ");
      assertThat(Path.of(directory(), "curation-policies")).doesNotExist();

      int exit = on(target, "plan", directory(), "--prune", "--output", file("plan.json"));

      assertThat(exit).isEqualTo(10);
      assertThat(out.toString())
          .contains("Selected: only watches:release-*", "create watch release-repositories")
          .contains(", needed by watch \"release-repositories\"")
          .doesNotContain("delete", "own ");
      assertThat(on(target, "apply", file("plan.json"))).isZero();
      assertThat(on(target, "drift", directory(), "--strict")).isZero();
      assertThat(target.stored(FakeXray.Kind.POLICIES)).hasSizeGreaterThan(1);
      assertThat(target.stored(FakeXray.Kind.CURATION_POLICIES)).isEmpty();
    }

    @Test
    void failsOnNotesThatTheUserNames() {
      on(source, "export", directory());

      int exit = on(
          target,
          "plan",
          directory(),
          "--fail-on",
          "skipped,warnings",
          "--output",
          file("plan.json"));

      assertThat(exit).isEqualTo(3);
      assertThat(out.toString()).contains("create watch release-repositories");
      assertThat(err.toString()).contains("--fail-on skipped: there is 1 such note");
      assertThat(Path.of(file("plan.json"))).doesNotExist();
      assertThat(on(target, "plan", directory(), "--fail-on", "typos")).isEqualTo(2);
      assertThat(err.toString())
          .contains("--fail-on must be warnings, not-checked or skipped, but was \"typos\"");
    }

    @Test
    void printsMarkdown() {
      on(source, "export", directory());

      assertThat(on(target, "plan", directory(), "--format", "markdown")).isEqualTo(10);

      assertThat(out.toString())
          .startsWith("### Plan for ")
          .contains("<code>create watch release-repositories</code>");
    }

    @Test
    void renamesByAMappingAndRefusesNamesThatItDoesNotCover() throws IOException {
      on(source, "export", directory());
      Files.writeString(
          Path.of(file("names.json")),
          "{\"repositories\":{\"*\":\"x-*\"},\"mails\":{\"a\":\"b\"}}");

      assertThat(on(target, "plan", directory(), "--map", file("names.json"))).isEqualTo(10);
      assertThat(out.toString())
          .contains("the mapping has an entry for \"a\" in mails")
          .contains("name: x-");
      assertThat(on(target, "plan", directory(), "--map", file("names.json"), "--map-strict"))
          .isEqualTo(3);
      assertThat(err.toString()).contains("the mapping is strict and does not cover");
      assertThat(on(target, "plan", directory(), "--map-strict")).isEqualTo(2);
      assertThat(err.toString()).contains("--map-strict needs --map");
      assertThat(on(source, "diff", directory(), "--map", file("names.json"))).isEqualTo(10);
      assertThat(out.toString()).contains("x-");
    }

    @Test
    void excludesKindsAndNames() throws IOException {
      on(source, "export", directory());

      int exit = on(
          target,
          "plan",
          directory(),
          "--except",
          "curation-policies",
          "--except",
          "conditions",
          "--format",
          "json");

      assertThat(exit).isEqualTo(10);
      JsonNode plan = new ObjectMapper().readTree(out.toString());
      assertThat(plan.at("/selection/except"))
          .hasToString("[\"conditions\",\"curation-policies\"]");
      assertThat(plan.path("steps"))
          .extracting(step -> step.at("/object/kind").asText())
          .doesNotContain("conditions", "curation-policies")
          .contains("policies", "watches");
    }

    @Test
    void readsOnlyWhatTheSelectedKindsNeed() throws IOException {
      on(source, "export", directory());
      Path rules = Files.createDirectories(Path.of(directory(), "ignore-rules"));
      Files.writeString(rules.resolve("broken.json"), "{");
      Files.writeString(Path.of(file("names.json")), "{\"repositories\":{\"*\":\"*\"}}");

      assertThat(on(target, "plan", directory(), "--only", "watches")).isEqualTo(10);
      assertThat(on(target, "drift", directory(), "--only", "watches")).isEqualTo(10);
      assertThat(on(target, "plan", directory())).isEqualTo(3);
      assertThat(err.toString()).contains("broken.json");
      assertThat(on(target, "plan", directory(), "--only", "watches", "--map", file("names.json")))
          .isEqualTo(3);
    }

    @Test
    void ofNothingFails() {
      on(source, "export", directory());

      assertThat(on(source, "export", file("other"), "--only", "watches:nothing-*"))
          .isEqualTo(3);
      assertThat(err.toString())
          .contains("the selection \"only watches:nothing-*\" includes no object of")
          .contains("known watches: \"");
      assertThat(folder.resolve("other")).doesNotExist();
      assertThat(on(target, "drift", directory(), "--only", "watches:nothing-*"))
          .isEqualTo(3);
      assertThat(on(target, "plan", directory(), "--only", "watches:nothing-*")).isEqualTo(3);
    }

    @Test
    void coversWhatTheSelectedObjectsNeedIfTheServerDoesNotHaveIt() {
      on(source, "export", directory());
      String watches = "watches:release-repositories";

      assertThat(on(target, "drift", directory(), "--only", watches)).isEqualTo(10);
      assertThat(out.toString()).contains("policy \"block-vulnerabilities\"");

      source.stored(FakeXray.Kind.POLICIES).stream()
          .map(Object::toString)
          .forEach(policy -> target.seed(FakeXray.Kind.POLICIES, policy));
      assertThat(on(target, "drift", directory(), "--only", watches)).isEqualTo(10);
      assertThat(out.toString()).doesNotContain("policy \"block-vulnerabilities\"");
    }

    @Test
    void ofAnUnknownKindIsRefusedBeforeAnythingIsRead() {
      assertThat(on(target, "plan", directory(), "--only", "watch:a")).isEqualTo(2);

      assertThat(err.toString())
          .contains("--only: text must be KIND or KIND:PATTERN", "was \"watch:a\"");
      assertThat(on(target, "export", directory(), "--except", "watches:")).isEqualTo(2);
      assertThat(err.toString()).contains("--except: text must have a pattern of names");
      assertThat(target.requests()).isEmpty();
    }
  }

  @Nested
  class Pruning {
    @Test
    void isLimited() {
      on(source, "export", directory());
      for (int i = 0; i < 11; i++) {
        source.seed(FakeXray.Kind.POLICIES, "{\"name\":\"extra-" + i + "\",\"type\":\"security\"}");
      }

      assertThat(on(source, "plan", directory(), "--prune")).isEqualTo(3);
      assertThat(err.toString())
          .contains("would delete 11 objects, but at most 10 may be deleted", "--max-deletes 11");
      assertThat(on(source, "plan", directory(), "--prune", "--max-deletes", "11"))
          .isEqualTo(10);
      assertThat(out.toString()).contains("delete policy extra-0");
      assertThat(on(source, "plan", directory(), "--prune", "--only", "policies:extra-1*"))
          .isEqualTo(10);
      assertThat(out.toString()).contains("delete policy extra-10").doesNotContain("extra-2");
    }

    @Test
    void isAskedForByItsOwnOption() {
      assertThat(on(source, "plan", directory(), "--max-deletes", "5")).isEqualTo(2);
      assertThat(err.toString()).contains("--max-deletes needs --prune");
      assertThat(on(source, "plan", directory(), "--prune", "--max-deletes", "-1"))
          .isEqualTo(2);
      assertThat(err.toString()).contains("--max-deletes must be 0 or greater, but was -1");
    }
  }

  @Nested
  class Drift {
    @Test
    void isNoneAfterAnExport() {
      on(source, "export", directory());

      assertThat(on(source, "drift", directory(), "--strict")).isZero();
      assertThat(out.toString()).contains(source.url() + " matches the snapshot");
    }

    @Test
    void exitsWithTenAndAList() throws IOException {
      on(source, "export", directory());
      source.seed(
          FakeXray.Kind.POLICIES,
          source
              .stored(FakeXray.Kind.POLICIES)
              .get(0)
              .toString()
              .replace("\"priority\":1", "\"priority\":5"));

      assertThat(on(source, "drift", directory(), "--output", file("drift.txt")))
          .isEqualTo(10);

      assertThat(Files.readString(Path.of(file("drift.txt"))))
          .startsWith(source.url() + " differs from the snapshot; changed or missing objects: 1")
          .contains("somebody changed policy \"block-vulnerabilities\"")
          .contains("rules[any-severity].priority: 1 → 5");
    }

    @Test
    void countsWhatCannotBeBroughtToTheServer() {
      on(source, "export", directory());
      for (JsonNode policy : source.stored(FakeXray.Kind.CURATION_POLICIES)) {
        String other =
            policy.toString().replace("\"patched fork of the project\"", "\"other words\"");
        source.seed(FakeXray.Kind.CURATION_POLICIES, other);
      }

      assertThat(on(source, "plan", directory())).isZero();
      assertThat(on(source, "drift", directory())).isEqualTo(10);
      assertThat(out.toString())
          .contains(source.url() + " differs from the snapshot")
          .contains("the justification of waiver");
    }

    @Test
    void leavesWaiversOutIfTheyAreIgnored() {
      on(source, "export", directory());
      for (JsonNode policy : source.stored(FakeXray.Kind.CURATION_POLICIES)) {
        source.seed(
            FakeXray.Kind.CURATION_POLICIES,
            policy.toString().replace("\"patched fork of the project\"", "\"other words\""));
      }

      assertThat(on(source, "drift", directory(), "--waivers", "ignore")).isZero();
      assertThat(on(source, "drift", directory(), "--waivers", "exact")).isEqualTo(10);
    }

    @Test
    void isWrittenAsJsonAndAsMarkdown() throws IOException {
      on(source, "export", directory());
      source.seed(FakeXray.Kind.POLICIES, "{\"name\":\"own\",\"type\":\"security\"}");

      assertThat(on(source, "drift", directory(), "--format", "json")).isZero();
      assertThat(new ObjectMapper()
              .readTree(out.toString())
              .at("/onlyOnServer/0/object/name")
              .asText())
          .isEqualTo("own");
      assertThat(on(source, "drift", directory(), "--format", "markdown")).isZero();
      assertThat(out.toString()).contains("**Only on the server, not counted**");
    }

    @Test
    void countsWhatOnlyTheServerHasIfItIsStrict() {
      on(source, "export", directory());
      source.seed(FakeXray.Kind.POLICIES, "{\"name\":\"own\",\"type\":\"security\"}");

      assertThat(on(source, "drift", directory())).isZero();
      assertThat(out.toString())
          .contains("Only on the server, not counted:")
          .contains("policy \"own\" is only on the server");
      assertThat(on(source, "drift", directory(), "--strict")).isEqualTo(10);
    }
  }

  @Nested
  class Apply {
    @Test
    void makesTheServerAsTheDirectorySaysAndRollbackUndoesThat() {
      on(source, "export", directory());
      on(target, "plan", directory(), "--output", file("plan.json"));

      assertThat(on(target, "apply", file("plan.json"))).isZero();

      assertThat(out.toString()).contains("create watch release-repositories: done");
      assertThat(Path.of(file("plan.json.journal"))).exists();
      assertThat(on(target, "plan", directory())).isZero();
      assertThat(on(target, "drift", directory())).isZero();
      assertThat(on(target, "rollback", file("plan.json.journal"))).isZero();
      assertThat(out.toString()).contains("delete watch release-repositories: done");
      assertThat(target.stored(FakeXray.Kind.WATCHES)).isEmpty();
      assertThat(target.stored(FakeXray.Kind.POLICIES)).hasSize(1);
    }

    @Test
    void exitsWithFourAfterAFailureAndGoesOnWhenCalledAgain() throws IOException {
      on(source, "export", directory());
      on(target, "plan", directory(), "--output", file("plan.json"));
      target.forbid("/xray/api/v2/watches/");

      int exit = on(
          target,
          "apply",
          file("plan.json"),
          "--continue",
          "--journal",
          file("j"),
          "--format",
          "json");

      assertThat(exit).isEqualTo(4);
      JsonNode report = new ObjectMapper().readTree(out.toString());
      assertThat(report.path("complete").asBoolean()).isFalse();
      assertThat(report.path("steps"))
          .extracting(step -> step.path("outcome").asText())
          .contains("DONE", "FAILED")
          .doesNotContain("NOT_TRIED");
      target.permit("/xray/api/v2/watches/");
      assertThat(on(target, "apply", file("plan.json"), "--journal", file("j"))).isZero();
    }

    @Test
    void beginsANewJournalForTheNextPlanInTheSameFile() {
      on(source, "export", directory());
      on(target, "plan", directory(), "--output", file("plan.json"));
      assertThat(on(target, "apply", file("plan.json"))).isZero();
      source.seed(
          FakeXray.Kind.POLICIES,
          source.stored(FakeXray.Kind.POLICIES).get(0).toString().replace("block-vuln", "new-"));
      on(source, "export", directory());
      on(target, "plan", directory(), "--output", file("plan.json"));

      assertThat(on(target, "apply", file("plan.json"))).isZero();

      assertThat(err.toString()).contains("The journal is " + file("plan.json.2.journal"));
      assertThat(on(target, "rollback", file("plan.json.2.journal"))).isZero();
    }

    @Test
    void exitsWithThreeAndWritesNothingForWhatCannotBeUsed() throws IOException {
      on(source, "export", directory());
      on(target, "plan", directory(), "--output", file("plan.json"));
      String plan = Files.readString(Path.of(file("plan.json")));

      assertThat(on(source, "apply", file("plan.json"))).isEqualTo(3);
      assertThat(err.toString()).contains("the plan is for " + target.url());
      Files.writeString(
          Path.of(file("plan.json")), plan.replace("release-repositories", "Other_watch"));
      assertThat(on(target, "apply", file("plan.json"))).isEqualTo(3);
      assertThat(err.toString()).contains("plan.json: it was changed after it was written");
      Files.writeString(Path.of(file("plan.json")), plan);
      target.seed(
          FakeXray.Kind.POLICIES, "{\"name\":\"block-vulnerabilities\",\"type\":\"security\"}");
      assertThat(on(target, "apply", file("plan.json"))).isEqualTo(3);
      assertThat(err.toString()).contains("make a new plan");
      assertThat(on(target, "rollback", file("plan.json.journal"))).isEqualTo(3);
      assertThat(err.toString()).contains("there is no such file");

      assertThat(target.requests()).extracting(RecordedRequest::method).containsOnly("GET");
      assertThat(Path.of(file("plan.json.journal"))).doesNotExist();
    }
  }

  @Nested
  class Promote {
    @Test
    void turnsBlockingOnAfterADryRunAndRollbackTurnsItOff() throws IOException {
      on(source, "export", directory());
      on(target, "plan", directory(), "--as-dry-run", "--output", file("plan.json"));
      on(target, "apply", file("plan.json"));
      JsonNode policy = blocking();

      assertThat(on(target, "drift", directory(), "--as-dry-run")).isZero();
      assertThat(out.toString()).contains("Waiting for promotion:");
      assertThat(action(policy)).isEqualTo("dry_run");
      assertThat(promote(policy, "--output", file("promotion.json"))).isEqualTo(10);
      assertThat(out.toString()).contains("policy_action: dry_run → block");
      assertThat(on(target, "apply", file("promotion.json"))).isZero();
      assertThat(action(policy)).isEqualTo("block");
      assertThat(promote(policy)).isZero();
      assertThat(on(target, "plan", directory(), "--as-dry-run")).isZero();
      assertThat(on(target, "rollback", file("promotion.json.journal"))).isZero();
      assertThat(action(policy)).isEqualTo("dry_run");
    }

    @Test
    void failsIfTooMuchWouldHaveBeenBlocked() {
      on(source, "export", directory());
      on(target, "plan", directory(), "--as-dry-run", "--output", file("plan.json"));
      on(target, "apply", file("plan.json"));
      JsonNode policy = blocking();
      String id = stored(policy).path("id").asText();
      target.seed(
          FakeXray.Kind.AUDIT_EVENTS,
          "{\"id\":1,\"dry_run\":true,\"created_at\":\"" + Instant.now().minusSeconds(60)
              + "\",\"package_type\":\"npm\",\"package_name\":\"left-pad\",\"policies\":"
              + "[{\"policy_id\":" + id + ",\"dry_run\":true}]}");
      target.clearRequests();

      assertThat(promote(policy, "--max-blocked", "0", "--output", file("p.json")))
          .isEqualTo(3);

      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).contains("limit is 0", "npm left-pad (1)");
      assertThat(Path.of(file("p.json"))).doesNotExist();
      assertThat(target.requests()).extracting(RecordedRequest::method).containsOnly("GET");
      assertThat(on(target, "promote", "--policy", id, "--max-blocked", "1")).isEqualTo(10);
    }

    @Test
    void turnsOnXrayPoliciesAndSaysThatNothingIsKnown() {
      on(source, "export", directory());
      on(target, "plan", directory(), "--as-dry-run", "--output", file("plan.json"));
      on(target, "apply", file("plan.json"));

      int exit = on(
          target,
          "promote",
          "--xray-policy",
          "block-vulnerabilities",
          "--like",
          directory(),
          "--output",
          file("promotion.json"));

      assertThat(exit).isEqualTo(10);
      assertThat(out.toString())
          .contains("block_download.active: false → true", "nothing is known of the downloads");
      assertThat(on(target, "apply", file("promotion.json"))).isZero();
      assertThat(on(target, "plan", directory())).isEqualTo(10);
      assertThat(out.toString()).doesNotContain("update policy block-vulnerabilities");
    }

    @Test
    void refusesWrongArgumentsBeforeItAsks() {
      assertThat(on(target, "promote")).isEqualTo(2);
      assertThat(on(target, "promote", "--policy", "x", "--days", "0")).isEqualTo(2);
      assertThat(on(target, "promote", "--policy", "x", "--max-blocked", "-1")).isEqualTo(2);
      assertThat(target.requests()).isEmpty();

      assertThat(on(target, "promote", "--policy", "x")).isEqualTo(3);
      assertThat(err.toString()).contains("no curation policy has the name \"x\"");
    }

    private int promote(JsonNode policy, String... options) {
      List<String> arguments =
          new ArrayList<>(List.of("promote", "--policy", policy.path("name").asText()));
      arguments.addAll(List.of(options));
      return on(target, arguments.toArray(new String[0]));
    }

    private JsonNode blocking() {
      return source.stored(FakeXray.Kind.CURATION_POLICIES).stream()
          .filter(policy -> action(policy, "block"))
          .filter(policy -> target.stored(FakeXray.Kind.CURATION_POLICIES).stream()
              .anyMatch(stored -> stored.path("name").equals(policy.path("name"))))
          .findFirst()
          .orElseThrow();
    }

    private boolean action(JsonNode policy, String action) {
      return policy.path("policy_action").asText().equals(action);
    }

    private String action(JsonNode policy) {
      return stored(policy).path("policy_action").asText();
    }

    private JsonNode stored(JsonNode policy) {
      return target.stored(FakeXray.Kind.CURATION_POLICIES).stream()
          .filter(stored -> stored.path("name").equals(policy.path("name")))
          .findFirst()
          .orElseThrow();
    }
  }

  @Nested
  class Rollback {
    private void apply() {
      on(source, "export", directory());
      on(target, "plan", directory(), "--output", file("plan.json"));
      on(target, "apply", file("plan.json"));
      target.clearRequests();
    }

    @Test
    void previewsWithoutAWrite() {
      apply();

      assertThat(on(target, "rollback", "--preview", "--read-only", file("plan.json.journal")))
          .isEqualTo(10);

      assertThat(out.toString()).contains("delete watch release-repositories: would be done");
      assertThat(target.requests()).extracting(RecordedRequest::method).containsOnly("GET");
      assertThat(on(target, "rollback", file("plan.json.journal"))).isZero();
      assertThat(on(target, "rollback", "--preview", file("plan.json.journal"))).isZero();
    }

    @Test
    void leavesAloneWhatWasChangedIfAsked() {
      apply();
      String changed = target.stored(FakeXray.Kind.WATCHES).stream()
          .map(JsonNode::toString)
          .filter(watch -> watch.contains("release-repositories"))
          .findFirst()
          .orElseThrow()
          .replace("\"active\":true", "\"active\":false");
      target.seed(FakeXray.Kind.WATCHES, changed);

      assertThat(on(target, "rollback", file("plan.json.journal"))).isEqualTo(3);
      assertThat(err.toString()).contains("watch \"release-repositories\"", "--skip-changed");
      assertThat(on(target, "rollback", "--preview", file("plan.json.journal"))).isEqualTo(10);
      assertThat(out.toString()).contains("release-repositories: would be refused");
      assertThat(on(target, "rollback", "--skip-changed", file("plan.json.journal")))
          .isZero();

      assertThat(out.toString())
          .contains(
              "delete watch release-repositories: skipped",
              "somebody changed watch \"release-repositories\" after the migration, so it is left"
                  + " alone");
      assertThat(target.stored(FakeXray.Kind.WATCHES)).hasSize(1);
    }
  }

  private Path tokenFile() {
    return secrets.resolve("token");
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String directory() {
    return folder.resolve("export").toString();
  }

  private int on(FakeXray server, String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--url", server.url(), "--token-file", tokenFile().toString()));
    return execute(all.toArray(new String[0]));
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return execute(arguments);
  }

  private int execute(String... arguments) {
    return XrayExamples.newCommandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private static FakeXray filled() {
    return FakeXray.start()
        .requireToken(TOKEN)
        .seed(FakeXray.Kind.POLICIES, resource("policies.json"))
        .seed(FakeXray.Kind.WATCHES, resource("watches.json"))
        .seed(FakeXray.Kind.CURATION_POLICIES, resource("curation-policies.json"));
  }

  private static String resource(String name) {
    try (InputStream in = RootCommand.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
