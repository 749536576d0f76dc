package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.UNSCANNED;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Xray's settings for a repository say about an artifact that was not scanned. */
class ScanSettingsTest extends PlatformFixture {
  private static final String CONFIGURATION = "/xray/api/v1/repos_config/";
  private static final String BY_PATH = "{'repo_name':'libs','repo_paths_config':{'patterns':["
      + "{'include':'com/acme/**','exclude':'com/acme/scratch/**','index_new_artifacts':true,"
      + "'retention_in_days':400},"
      + "{'include':'archive/**','exclude':'','index_new_artifacts':false,'retention_in_days':30},"
      + "{'include':'archive/old/**','index_new_artifacts':true,'retention_in_days':5}],"
      + "'all_other_artifacts':{'index_new_artifacts':false,'retention_in_days':45}}}";

  private Platform unscanned() {
    return platform.local("libs", "").policy("p", UNSCANNED).watch("w", "p", allRepositories());
  }

  private void stored(String path, String changed) {
    platform.put(
        FakeXray.Kind.STORED_FILES,
        "{'repo':'libs','path':'" + path + "','created':'2020-01-01T00:00:00Z','lastModified':'"
            + changed + "'}");
  }

  private static boolean has(Kind kind, BlockExplanation found) {
    return found.nextSteps().stream().anyMatch(step -> step.kind() == kind);
  }

  @ParameterizedTest
  @CsvSource({
    "com/acme/a.jar, false",
    "com/acme/scratch/a.jar, true",
    "archive/a.jar, true",
    "archive/old/a.jar, true", // the first pattern that matches decides
    "other/a.jar, true"
  })
  void explainThatNewArtifactsAreNotScanned(String path, boolean off) {
    unscanned().put(FakeXray.Kind.SCAN_CONFIGURATIONS, BY_PATH);
    stored(path, "2026-05-31T00:00:00Z");

    BlockExplanation found = platform.explain("libs", path);

    assertThat(has(Kind.INDEX_NEW_ARTIFACTS, found)).isEqualTo(off);
    assertThat(found.causes())
        .extracting(BlockCause::reason)
        .allSatisfy(
            reason -> assertThat(reason.contains("Xray does not scan new artifacts of this path"))
                .isEqualTo(off));
  }

  @Test
  void nameThePattern() {
    unscanned().put(FakeXray.Kind.SCAN_CONFIGURATIONS, BY_PATH);

    assertThat(platform.explain("libs", "archive/a.jar").nextSteps())
        .extracting(NextStep::text)
        .anyMatch(text -> text.contains("It is off for the paths that match the pattern"
            + " \"archive/**\", so an artifact that was added there is never scanned"));
  }

  @ParameterizedTest
  @CsvSource({
    "archive/a.jar, 2026-05-01T00:00:00Z, true", // 31 days
    "archive/a.jar, 2026-05-03T00:00:00Z, false", // 29 days
    "com/acme/a.jar, 2026-05-01T00:00:00Z, false",
    "com/acme/a.jar, 2025-01-01T00:00:00Z, true"
  })
  void explainThatTheRetentionPeriodMayHavePassed(String path, String changed, boolean passed) {
    unscanned().put(FakeXray.Kind.SCAN_CONFIGURATIONS, BY_PATH);
    stored(path, changed);

    BlockExplanation found = platform.explain("libs", path);

    assertThat(has(Kind.EXTEND_RETENTION, found)).isEqualTo(passed);
    assertThat(found.causes())
        .extracting(BlockCause::reason)
        .allSatisfy(reason ->
            assertThat(reason.contains("the file is older (" + changed + ")")).isEqualTo(passed));
  }

  @Test
  void ofTheWholeRepositoryHoldForEachPath() {
    unscanned()
        .put(
            FakeXray.Kind.SCAN_CONFIGURATIONS,
            "{'repo_name':'libs','repo_config':{'retention_in_days':90}}");
    stored("a/b.jar", "2026-01-01T00:00:00Z");

    assertThat(platform.explain().nextSteps())
        .extracting(NextStep::text)
        .anyMatch(text -> text.contains("have its retention period of 90 days extended"));
  }

  @Test
  void giveTheRetentionPeriodInsteadOfTheDefault() {
    unscanned().put(FakeXray.Kind.SCAN_CONFIGURATIONS, BY_PATH);
    stored("com/acme/a.jar", "2026-05-31T00:00:00Z");

    assertThat(platform.explain("libs", "com/acme/a.jar").nextSteps())
        .extracting(NextStep::text)
        .anyMatch(text -> text.contains("400 days according to the settings of the repository"))
        .noneMatch(text -> text.contains("by default 90 days"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void sayNothingAboutARetentionPeriodThatIsNotPositive(int days) {
    unscanned()
        .put(
            FakeXray.Kind.SCAN_CONFIGURATIONS,
            "{'repo_name':'libs','repo_config':{'retention_in_days':" + days + "}}");
    stored("a/b.jar", "2026-01-01T00:00:00Z");

    BlockExplanation found = platform.explain();

    assertThat(has(Kind.EXTEND_RETENTION, found)).isFalse();
    assertThat(found.causes())
        .extracting(BlockCause::reason)
        .noneMatch(reason -> reason.contains("keeps the results"));
  }

  @Test
  void ofARemoteRepositoryAreThoseUnderItsOwnKey() {
    platform.remote("pypi").policy("p", UNSCANNED).watch("w", "p", allRepositories());

    platform.explain("pypi-cache", "x.whl");

    assertThat(platform.requests(CONFIGURATION))
        .extracting(RecordedRequest::path)
        .containsExactly(CONFIGURATION + "pypi");
  }

  @Test
  void thatCannotBeReadAreSaidNotToBeChecked() {
    unscanned();
    platform.server.forbid(CONFIGURATION);

    BlockExplanation found = platform.explain();

    assertThat(found.notChecked())
        .filteredOn(entry -> entry.what() == NotChecked.Subject.SCAN_CONFIGURATION)
        .singleElement()
        .satisfies(entry -> assertThat(entry.because()).contains("answered 403"));
  }

  @Test
  void sayThatTheAgeOfTheFileIsNotKnown() {
    unscanned().put(FakeXray.Kind.SCAN_CONFIGURATIONS, BY_PATH);

    assertThat(platform.explain("libs", "com/acme/a.jar").notChecked())
        .extracting(NotChecked::what)
        .contains(NotChecked.Subject.FILE_AGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DONE", "PENDING", "SCANNING", "FAILED", "NOT_SUPPORTED"})
  void areNotReadIfTheScanTellsEnough(String state) {
    unscanned().scan("libs", "a/b.jar", state);

    platform.explain();

    assertThat(platform.requests(CONFIGURATION)).isEmpty();
  }

  @Test
  void areNotReadIfAViolationConfirmsTheCause() {
    platform
        .local("libs", "")
        .policy("p", BLOCK + "," + UNSCANNED)
        .watch("w", "p", allRepositories())
        .violation("1", "w", matched("p", "'is_blocking':true"));

    platform.explain();

    assertThat(platform.requests(CONFIGURATION)).isEmpty();
  }

  @Test
  void areReadOnceForManyArtifactsOfOneRepository() {
    unscanned().put(FakeXray.Kind.SCAN_CONFIGURATIONS, BY_PATH);

    platform
        .downloads()
        .explain(Platform.refusal("libs", "a.jar") + "\n" + Platform.refusal("libs", "b.jar"));

    assertThat(platform.requests(CONFIGURATION)).hasSize(1);
  }
}
