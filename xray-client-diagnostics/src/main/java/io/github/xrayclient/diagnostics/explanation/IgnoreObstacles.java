package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.diagnostics.explanation.IgnoreObstacle.Kind;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.value.IgnoreRuleId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out why ignore rules cannot make a refused download possible. */
final class IgnoreObstacles {
  private final Set<IgnoreObstacle> obstacles = new LinkedHashSet<>();

  private IgnoreObstacles() {}

  static List<IgnoreObstacle> of(
      Optional<BlockedDownload> refusal,
      List<BlockCause> causes,
      List<NotChecked> notChecked,
      List<IgnoreRuleId> ignoredBy) {
    IgnoreObstacles found = new IgnoreObstacles();
    refusal
        .map(BlockedDownload::kind)
        .flatMap(IgnoreObstacles::otherReason)
        .ifPresentOrElse(
            reason -> found.add(Kind.NOT_REFUSED_BY_WATCH, reason),
            () -> found.ofCauses(causes, notChecked, ignoredBy));
    return List.copyOf(found.obstacles);
  }

  private static Optional<String> otherReason(BlockedDownload.Kind kind) {
    switch (kind) {
      case XRAY_BLOCK:
      case REFUSED_WITHOUT_REASON:
        return Optional.empty();
      case CURATION_BLOCK:
        return Optional.of(
            "Curation refused the download, which ignore rules do not affect. Ask for"
                + " a waiver instead.");
      case XRAY_UNAVAILABLE:
        return Optional.of("The download was refused because Xray is unavailable, not because of a"
            + " violation.");
      default:
        return Optional.of(
            "The text does not show that Xray's download blocking refused the" + " download.");
    }
  }

  private void ofCauses(
      List<BlockCause> causes, List<NotChecked> notChecked, List<IgnoreRuleId> ignoredBy) {
    causes.forEach(this::ofCause);
    notChecked.stream()
        .filter(entry -> entry.what() == NotChecked.Subject.VIOLATIONS)
        .forEach(entry -> add(Kind.VIOLATIONS_NOT_READ, entry.sentence()));
    boolean isExplained = obstacles.stream()
        .anyMatch(obstacle ->
            obstacle.kind() == Kind.VIOLATIONS_NOT_READ || obstacle.kind() == Kind.NOT_EXPRESSIBLE);
    boolean hasRule = causes.stream().anyMatch(cause -> !cause.ignoreRules().isEmpty());
    if (hasRule || isExplained) {
      return;
    }
    if (ignoredBy.isEmpty()) {
      add(Kind.NO_BLOCKING_VIOLATION, "No violation that blocks the download was found.");
    } else {
      add(
          Kind.ALREADY_IGNORED,
          "No violation is left that blocks the download, because violations are ignored already by"
              + " ignore rule "
              + ignoredBy.stream().map(IgnoreRuleId::wire).collect(Collectors.joining(", "))
              + ". If it is still refused, try again after about five minutes, because Artifactory"
              + " caches verdicts.");
    }
  }

  private void ofCause(BlockCause cause) {
    if (cause.trigger().equals(Optional.of(BlockCause.Trigger.UNSCANNED))) {
      add(
          Kind.BLOCKS_UNSCANNED,
          "Policy " + quoted(cause.policy()) + " of watch " + quoted(cause.watch())
              + " may block the download as long as the artifact is not scanned. An ignore rule does"
              + " not change that, because an unscanned artifact has no violations.");
    }
    cause.violations().stream()
        .flatMap(violation -> violation.notIgnorable().stream())
        .forEach(reason ->
            add(Kind.NOT_EXPRESSIBLE, "No ignore rule can be proposed, because " + reason + "."));
  }

  private void add(Kind kind, String text) {
    obstacles.add(IgnoreObstacle.of(kind, text));
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }
}
