package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.refusal.BlockKind;
import io.github.xrayclient.violation.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One question and what has been learned about it so far. Not thread-safe. */
final class Inquiry {
  private final RequestedArtifact asked;
  private final BlockIndex index;
  private final Instant now;
  private final Set<String> notChecked = new LinkedHashSet<>();
  private final Set<String> steps = new LinkedHashSet<>();

  private List<RequestedArtifact> targets;
  private boolean virtual;
  private Optional<Boolean> indexed = Optional.empty();
  private Optional<ScanStatus> scan = Optional.empty();
  private List<Violation> violations = List.of();
  private boolean searched;
  private Suspects suspects = new Suspects();

  Inquiry(RequestedArtifact asked, BlockIndex index, Instant now) {
    this.asked = asked;
    this.index = index;
    this.now = now;
    this.targets = List.of(asked);
    this.notChecked.addAll(index.notChecked());
  }

  RequestedArtifact asked() {
    return asked;
  }

  BlockIndex index() {
    return index;
  }

  Instant now() {
    return now;
  }

  /** The artifacts to test: the one asked about, or one for each member of a virtual repository. */
  List<RequestedArtifact> targets() {
    return targets;
  }

  void target(RequestedArtifact known) {
    targets = List.of(known);
  }

  void members(List<RequestedArtifact> members) {
    targets = List.copyOf(members);
    virtual = true;
  }

  /** Says in which Artifactory the repository is, and tests the watches again. */
  void in(String binaryManagerId) {
    change(target -> target.toBuilder().binaryManagerId(binaryManagerId).build());
  }

  /** Says what is known of the file, and tests the watches again. */
  void file(Optional<String> mimeType, Optional<Map<String, List<String>>> properties) {
    change(
        target -> target.toBuilder().mimeType(mimeType).properties(properties).build());
  }

  private void change(UnaryOperator<RequestedArtifact> change) {
    targets = targets.stream().map(change).collect(Collectors.toUnmodifiableList());
    suspect();
  }

  boolean isVirtual() {
    return virtual;
  }

  /** Where the artifact may be, by each key under which Xray may know it; nowhere without a path. */
  List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (RequestedArtifact target : targets) {
      asked
          .path()
          .ifPresent(
              path -> WatchCoverage.keys(target).forEach(key -> places.add(new Place(key, path))));
    }
    return places;
  }

  /** Tests the watches by what is known now. */
  void suspect() {
    suspects = new Suspects();
    for (RequestedArtifact target : targets) {
      index.suspects(target, suspects.about(target.repository(), virtual));
    }
  }

  Suspects suspects() {
    return suspects;
  }

  /** Whether Xray indexes the repository, if known. */
  Optional<Boolean> indexed() {
    return indexed;
  }

  void indexed(Optional<Boolean> known) {
    indexed = known;
  }

  /** How far the scan is, if known. */
  Optional<ScanStatus> scan() {
    return scan;
  }

  void scan(Optional<ScanStatus> known) {
    scan = known;
  }

  /** What was found of the artifact's violations. */
  List<Violation> violations() {
    return violations;
  }

  void violations(List<Violation> found) {
    violations = List.copyOf(found);
    searched = true;
  }

  /** Whether violations were searched, and none was found. */
  boolean hasNoViolations() {
    return searched && violations.isEmpty();
  }

  /** Notes that something was not looked at. */
  void notChecked(String sentence) {
    notChecked.add(sentence);
  }

  Set<String> notChecked() {
    return Collections.unmodifiableSet(notChecked);
  }

  /** Notes what to do next. */
  void step(String sentence) {
    steps.add(sentence);
  }

  BlockExplanation explanation(Optional<BlockKind> kind) {
    return BlockExplanation.builder()
        .kind(kind)
        .repository(asked.repository())
        .path(asked.path())
        .causes(suspects.causes())
        .ruledOut(suspects.ruledOut())
        .notChecked(notChecked)
        .notRead(index.notChecked())
        .nextSteps(steps)
        .build();
  }
}
