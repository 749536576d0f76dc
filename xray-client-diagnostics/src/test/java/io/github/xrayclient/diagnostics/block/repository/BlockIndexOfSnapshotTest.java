package io.github.xrayclient.diagnostics.block.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.block.BlockIndex;
import io.github.xrayclient.diagnostics.block.Platform;
import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.SetupFinding;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.repository.RepositoryClass;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exported directory answers what would block a download before anybody applies it. */
class BlockIndexOfSnapshotTest extends PlatformFixture {
  @TempDir
  Path folder;

  private BlockIndex index;

  @BeforeEach
  void exported() {
    platform
        .policy("p", Platform.BLOCK)
        .policy("unused", Platform.BLOCK)
        .watch("all", "p", Platform.allRepositories())
        .watch("npm", "p", Platform.allRepositories("{'type':'package-type','value':'Npm'}"))
        .watch("off", "'active':false", "p", Platform.repository("libs", "local"));
    Migration.of(platform.xray).snapshot().write(folder);
    Snapshot snapshot = Snapshot.read(folder);
    platform.server.clearRequests();
    index = BlockIndex.of(snapshot.policies(), snapshot.watches());
  }

  @Test
  void explainsWithoutAServerAndSaysWhatOnlyAServerKnows() {
    BlockExplanation explanation = index.explain(
        RequestedArtifact.builder().repository("libs").path("a/b.jar").build());

    assertThat(explanation.causes())
        .extracting(BlockCause::watch, BlockCause::verdict)
        .containsExactlyInAnyOrder(
            tuple("all", BlockCause.Verdict.LIKELY), tuple("npm", BlockCause.Verdict.POSSIBLE));
    assertThat(explanation.notChecked())
        .extracting(NotChecked::what)
        .containsExactly(
            NotChecked.Subject.REPOSITORY,
            NotChecked.Subject.VIOLATIONS,
            NotChecked.Subject.SCAN_STATUS,
            NotChecked.Subject.CURATION_POLICIES);
    assertThat(platform.asked()).isEmpty();
  }

  @Test
  void usesTheFactsThatTheCallerGives() {
    BlockExplanation explanation = index.explain(RequestedArtifact.builder()
        .repository("libs")
        .repositoryClass(RepositoryClass.LOCAL)
        .packageType(PackageType.MAVEN)
        .path("a/b.jar")
        .build());

    assertThat(explanation.causes()).extracting(BlockCause::watch).containsExactly("all");
    assertThat(explanation.notChecked())
        .extracting(NotChecked::what)
        .doesNotContain(NotChecked.Subject.REPOSITORY);
  }

  @Test
  void listsWhatCoversARepository() {
    RequestedArtifact libs = RequestedArtifact.builder().repository("libs").build();

    assertThat(index.whatCovers(libs).watches())
        .extracting(CoveringWatch::watch, CoveringWatch::certain)
        .containsExactlyInAnyOrder(tuple("all", true), tuple("npm", false), tuple("off", true));
    assertThat(index.whatCovers(libs).notChecked())
        .extracting(NotChecked::what)
        .containsExactly(NotChecked.Subject.REPOSITORY);
  }

  @Test
  void findsWhatHasNoEffect() {
    assertThat(index.audit().findings())
        .extracting(SetupFinding::kind)
        .containsExactlyInAnyOrder(
            SetupFinding.Kind.BLOCKING_POLICY_UNUSED, SetupFinding.Kind.WATCH_INACTIVE);
  }

  @Test
  void keepsTheProjectsOfPoliciesAndWatches() {
    platform.watch("in-dev", "'project_key':'dev'", "p", Platform.allRepositories());
    Snapshot snapshot = Migration.of(platform.xray).snapshot();

    assertThat(snapshot.watches())
        .filteredOn(watch -> watch.name().equals("in-dev"))
        .singleElement()
        .satisfies(watch -> assertThat(watch.generalData().projectKey()).contains("dev"));
  }
}
