package io.github.xrayclient.diagnostics.report;

import io.github.xrayclient.diagnostics.block.BlockCause;
import io.github.xrayclient.diagnostics.block.BlockExplanation;
import io.github.xrayclient.diagnostics.block.BlockKind;
import io.github.xrayclient.diagnostics.block.CurationRefusal;
import io.github.xrayclient.diagnostics.block.RuledOut;
import io.github.xrayclient.diagnostics.block.ViolatedPolicy;
import java.util.List;

/** An explanation as plain text for a terminal. Control characters of names are shown as blanks. */
public final class TextReport {
  private final StringBuilder text = new StringBuilder();

  private TextReport() {}

  /** The explanation as lines, each with an end. */
  public static String of(BlockExplanation explanation) {
    TextReport report = new TextReport();
    report.line(headline(explanation));
    report.causes(explanation);
    report.curation(explanation);
    report.ruledOut(explanation.ruledOut());
    report.list("Not checked", explanation.notChecked());
    report.list("Next steps", explanation.nextSteps());
    return report.text.toString();
  }

  private static String headline(BlockExplanation explanation) {
    String what = explanation.path().map(path -> path + " in ").orElse("")
        + explanation.repository().map(key -> "repository " + key).orElse("");
    return (what.isEmpty() ? "The download" : what)
        + ": "
        + explanation.kind().map(TextReport::words).orElse("what would block a download");
  }

  private static String words(BlockKind kind) {
    switch (kind) {
      case XRAY_BLOCK:
        return "refused by Xray's download blocking";
      case XRAY_UNAVAILABLE:
        return "refused because Xray is unavailable";
      case CURATION_BLOCK:
        return "refused by Curation";
      case POSSIBLE_BLOCK_VIA_VIRTUAL:
        return "not found, which may hide a block behind a virtual repository";
      case PERMISSION:
        return "refused for want of permission, not by a policy";
      case SUSPENDED:
        return "refused because logging in is suspended, not by a policy";
      case AUTH:
        return "refused because of the credentials, not by a policy";
      case PROXY:
        return "refused with a web page, probably by a proxy";
      default:
        return "not recognised as a block";
    }
  }

  private void causes(BlockExplanation explanation) {
    boolean looked = explanation.kind().map(BlockKind.XRAY_BLOCK::equals).orElse(true);
    if (explanation.causes().isEmpty() && !looked) {
      return;
    }
    heading("Causes");
    if (explanation.causes().isEmpty()) {
      line("  none found");
    }
    for (BlockCause cause : explanation.causes()) {
      line("  "
          + cause.verdict()
          + cause.trigger().map(trigger -> " " + trigger).orElse("")
          + "  watch "
          + cause.watch()
          + " > policy "
          + cause.policy()
          + cause.policyType().map(type -> " (" + type + ")").orElse("")
          + cause.rule().map(rule -> " > rule " + rule).orElse(""));
      line("    " + cause.reason());
    }
  }

  private void curation(BlockExplanation explanation) {
    if (explanation.curation().isEmpty()) {
      return;
    }
    CurationRefusal refusal = explanation.curation().get();
    heading("Curation");
    line("  package "
        + refusal.packageName().orElse("not named")
        + refusal.packageVersion().map(version -> " " + version).orElse("")
        + (refusal.waiversAllowed() ? ", waivers allowed" : ""));
    for (ViolatedPolicy policy : refusal.policies()) {
      line("  policy "
          + policy.policy()
          + policy.condition().map(condition -> ", condition " + condition).orElse(""));
      policy.explanation().ifPresent(explained -> line("    " + explained));
      policy.recommendation().ifPresent(advice -> line("    " + advice));
      policy.findings().forEach(finding -> line("    " + finding));
    }
    refusal.findings().forEach(finding -> line("  " + finding));
  }

  private void ruledOut(List<RuledOut> watches) {
    if (watches.isEmpty()) {
      return;
    }
    heading("Ruled out");
    for (RuledOut watch : watches) {
      line("  watch "
          + watch.watch()
          + watch.policy().map(policy -> " > policy " + policy).orElse("")
          + watch.rule().map(rule -> " > rule " + rule).orElse("")
          + ": "
          + watch.reason());
    }
  }

  private void list(String heading, List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    heading(heading);
    entries.forEach(entry -> line("  - " + entry));
  }

  private void heading(String words) {
    text.append('\n');
    line(words);
  }

  private void line(String words) {
    text.append(words.replaceAll("[\\p{Cntrl}\\x80-\\x9f]", " ")).append('\n');
  }
}
