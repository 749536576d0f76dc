package io.github.xrayclient.diagnostics.report;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.diagnostics.block.BlockIndex;
import io.github.xrayclient.diagnostics.block.Samples;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotBlocking;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.value.ComponentId;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.stream.Stream;

/** Explanations to report. */
final class Explanations {
  /** From the documented samples, with one watch that is ruled out. */
  static final BlockExplanation BLOCKED = BlockIndex.of(
          Samples.policies(Samples.text(Samples.POLICIES)),
          Samples.watches(Samples.text(Samples.REPOSITORY_WATCH)))
      .explain(RequestedArtifact.builder().repository("example-repo-local").build())
      .toBuilder()
      .refusal(refusal(Kind.XRAY_BLOCK, "rejected"))
      .path("org/acme/app-1.0.jar")
      .addRuledOut(RuledOut.builder()
          .watch("old")
          .policy("Test_policy")
          .rule("block_downloads")
          .fact(RuledOut.Fact.WATCH_INACTIVE)
          .reason("Watch \"old\" is not active.")
          .build())
      .addNotChecked(NotChecked.of(NotChecked.Subject.VIOLATIONS, "no path is known"))
      .addNextStep(NextStep.of(NextStep.Kind.CHANGE_VERSION, "Look at the violations."))
      .build();

  static final BlockExplanation CURATED = BlockExplanation.builder()
      .refusal(refusal(Kind.CURATION_BLOCK, "blocked").toBuilder()
          .curation(CurationRefusal.builder()
              .packageName("acme")
              .packageVersion("1.0")
              .reason(CurationRefusal.Reason.POLICY_VIOLATION)
              .waiversAllowed(true)
              .addPolicy(ViolatedPolicy.builder()
                  .policy("p")
                  .condition("c")
                  .explanation("Bad: one | two")
                  .recommendation("Replace it")
                  .raw("p, c, Bad: one | two, Replace it")
                  .build())
              .build())
          .build())
      .build();

  private Explanations() {}

  /** A refusal of which no more is known than its text. */
  static BlockedDownload refusal(Kind kind, String text) {
    return BlockedDownload.builder().kind(kind).text(text).build();
  }

  /** One that has this text wherever a server could have put it. */
  static BlockExplanation of(String hostile) {
    BlockedDownload refused = refusal(Kind.XRAY_BLOCK, hostile).toBuilder()
        .address(hostile)
        .count(3)
        .line(7)
        .curation(CurationRefusal.builder()
            .packageName(hostile)
            .packageVersion(hostile)
            .reason(CurationRefusal.Reason.POLICY_VIOLATION)
            .waiversAllowed(false)
            .addPolicy(ViolatedPolicy.builder()
                .policy(hostile)
                .condition(hostile)
                .explanation(hostile)
                .recommendation(hostile)
                .addFinding(CurationFinding.of(CurationFinding.Kind.WAIVED, hostile))
                .raw(hostile)
                .build())
            .addFinding(CurationFinding.of(CurationFinding.Kind.WAIVED, hostile))
            .waiverRequest(WaiverRequestDraft.of(PackageType.NPM, "acme", "1.0")
                .repositoryKey("npm-remote")
                .reason("needed: " + VisibleText.oneLine(hostile))
                .build())
            .build())
        .build();
    return BlockExplanation.builder()
        .refusal(refused)
        .repository(hostile)
        .path(hostile)
        .addCause(BlockCause.builder()
            .verdict(BlockCause.Verdict.POSSIBLE)
            .trigger(BlockCause.Trigger.VIOLATION)
            .watch(hostile)
            .watchProject(hostile)
            .policy(hostile)
            .policyType(PolicyType.of(hostile))
            .rule(hostile)
            .resource(WatchResource.builder()
                .type(WatchResourceType.of(hostile))
                .name(hostile)
                .build())
            .criteria(Criteria.builder().addVulnerabilityId(hostile).build())
            .member(hostile)
            .violationCount(1)
            .addViolation(BlockingViolation.builder()
                .issueId(hostile)
                .addCve(hostile)
                .addComponent(ComponentId.of(hostile))
                .url(hostile)
                .build())
            .reason(hostile)
            .build())
        .addRuledOut(RuledOut.builder()
            .watch(hostile)
            .watchProject(hostile)
            .policy(hostile)
            .rule(hostile)
            .fact(RuledOut.Fact.FILTER)
            .reason(hostile)
            .build())
        .addNotBlocking(
            NotBlocking.builder().watch(hostile).policy(hostile).reason(hostile).build())
        .addNotChecked(NotChecked.of(NotChecked.Subject.VIOLATIONS, hostile))
        .addNextStep(NextStep.builder()
            .kind(NextStep.Kind.RETRY)
            .text(hostile)
            .command(hostile)
            .build())
        .server(hostile)
        .build();
  }

  /** Names that try to be more than text. */
  static Stream<String> hostile() {
    return Stream.of(
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</title></style><h1>x</h1>",
        "<!-- x",
        "&lt;b&gt; &amp; &#x40;",
        "a|b`c``d`",
        "``",
        "\\`x\\|",
        "*b* _i_ **s** ~~d~~",
        "[l](http://x.example) ![i](http://x.example) <http://x.example>",
        "see @acme/team and #12, www.x.example or https://x.example",
        "- item",
        "1. item",
        "# heading",
        "> quote",
        "=====",
        "$x$ {{x}} ${x}",
        "line\nbreak\r\n\n    code\ttab",
        "\u001b[2J\u001b]0;x\u0007\u009b31m",
        "a\u202egnp.exe\u2066x\u200b",
        "half \ud800 pair",
        "\udb40\udc41 tag");
  }
}
