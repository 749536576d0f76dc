package io.github.xrayclient.diagnostics.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.diagnostics.report.TextReport;
import io.github.xrayclient.watch.WatchResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationGroupTest {
  private final List<BlockExplanation> explanations = new ArrayList<>();

  private void add(String repository, long count, BlockCause... causes) {
    explanations.add(BlockExplanation.builder()
        .refusal(BlockedDownload.builder()
            .kind(BlockedDownload.Kind.XRAY_BLOCK)
            .text("rejected")
            .count(count)
            .build())
        .repository(repository)
        .path("a.jar")
        .causes(List.of(causes))
        .server("https://acme.example")
        .build());
  }

  private void addCurated(long count, String... policies) {
    CurationRefusal.Builder refusal = CurationRefusal.builder()
        .reason(CurationRefusal.Reason.POLICY_VIOLATION)
        .waiversAllowed(false);
    for (String policy : policies) {
      refusal.addPolicy(ViolatedPolicy.builder().policy(policy).raw(policy).build());
    }
    explanations.add(BlockExplanation.builder()
        .refusal(BlockedDownload.builder()
            .kind(BlockedDownload.Kind.CURATION_BLOCK)
            .text("blocked")
            .count(count)
            .curation(refusal.build())
            .build())
        .build());
  }

  private static BlockCause cause(String watch, BlockCause.Trigger trigger) {
    return BlockCause.builder()
        .verdict(BlockCause.Verdict.LIKELY)
        .trigger(trigger)
        .watch(watch)
        .policy("block-critical")
        .rule("r")
        .resource(WatchResource.allRepositories())
        .reason("It covers all.")
        .build();
  }

  private static BlockCause cause(String watch) {
    return cause(watch, BlockCause.Trigger.VIOLATION);
  }

  @Test
  void countsDownloadsAndPutsTheLargestFirst() {
    add("a", 2, cause("libs"));
    addCurated(7, "no-malware");
    add("b", 400, cause("corp-npm"), cause("libs"));
    add("c", 80, cause("corp-npm"), cause("corp-npm", BlockCause.Trigger.UNSCANNED));
    add("c", 3);

    List<ExplanationGroup> groups = ExplanationGroup.of(explanations);

    assertThat(groups).extracting(ExplanationGroup::downloads).containsExactly(480L, 7L, 3L, 2L);
    assertThat(groups.get(0).cause().orElseThrow().watch()).isEqualTo("corp-npm");
    assertThat(groups.get(0).repositories()).containsExactly("b", "c");
    assertThat(groups.get(0).furtherCausesCount()).isEqualTo(1);
    assertThat(groups.get(1).curationPolicies()).containsExactly("no-malware");
    assertThat(groups.get(1).kind()).isEmpty();
    assertThat(groups.get(2).kind()).contains(BlockedDownload.Kind.XRAY_BLOCK);
    assertThat(groups.stream().flatMap(group -> group.explanations().stream()))
        .containsExactlyInAnyOrderElementsOf(explanations);
  }

  @Test
  void keepsWatchesOfDifferentProjectsApart() {
    add("a", 1, cause("w"));
    add("a", 1, cause("w").toBuilder().watchProject(Optional.of("alpha")).build());

    assertThat(ExplanationGroup.of(explanations)).hasSize(2);
  }

  @Test
  void standsFirstInATextWithManyExplanations() {
    for (int i = 0; i < 12; i++) {
      add("npm-" + i, 40, cause("corp-npm"));
    }
    assertThat(TextReport.of(explanations))
        .startsWith(
            "Causes of all refused downloads, the most frequent first\n"
                + "  - corp-npm > block-critical > r: 480 downloads (12 distinct) in 12 repositories\n");
    assertThat(TextReport.of(explanations.subList(0, 5))).startsWith("[1/5]");
  }
}
