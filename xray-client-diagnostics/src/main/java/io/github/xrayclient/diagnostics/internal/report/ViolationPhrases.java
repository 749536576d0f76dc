package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.value.WireValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words for the violations of a cause. */
public final class ViolationPhrases {
  private static final int MOST = 5;

  private ViolationPhrases() {}

  /** The violations that a report for people names: the first five of a cause. */
  public static List<BlockingViolation> shown(BlockCause cause) {
    return cause.violations().stream().limit(MOST).collect(Collectors.toUnmodifiableList());
  }

  /** How many violations a report for people leaves out; empty if it names all of them. */
  public static Optional<String> more(BlockCause cause) {
    int count = Math.max(cause.violations().size(), cause.violationCount().orElse(0));
    int more = count - Math.min(MOST, cause.violations().size());
    return cause.violations().isEmpty() || more <= 0
        ? Optional.empty()
        : Optional.of("and " + more + " more");
  }

  /**
   * One violation on one line: its CVEs or its id, its components and severity, and the versions
   * that fix it. The URL is not part of it.
   */
  public static String line(BlockingViolation violation) {
    List<String> names = violation.cves().isEmpty()
        ? violation.id().stream().collect(Collectors.toList())
        : violation.cves();
    String what = names.isEmpty() ? "a violation without id" : String.join(", ", names);
    String where = violation.components().isEmpty()
        ? ""
        : " in "
            + violation.components().stream()
                .map(WireValue::wire)
                .collect(Collectors.joining(", "));
    List<String> facts = new ArrayList<>();
    violation.severity().ifPresent(severity -> facts.add(severity.wire()));
    facts.add(
        violation.fixVersions().isEmpty()
            ? "no fixed version known"
            : "fixed in " + String.join(", ", violation.fixVersions()));
    return what + where + ": " + String.join(", ", facts);
  }
}
