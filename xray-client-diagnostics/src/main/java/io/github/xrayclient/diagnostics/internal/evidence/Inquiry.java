package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
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
public final class Inquiry {
  private final RequestedArtifact asked;
  private final WatchIndex index;
  private final Instant now;
  private final Set<String> notChecked = new LinkedHashSet<>();
  private final Set<String> steps = new LinkedHashSet<>();

  private List<RequestedArtifact> targets;
  private boolean virtual;
  private Optional<Boolean> indexed = Optional.empty();
  private Optional<ScanStatus> scan = Optional.empty();
  private List<Violation> violations = List.of();
  private boolean searched;
  private CandidateCauses suspects = new CandidateCauses();

  public Inquiry(RequestedArtifact asked, WatchIndex index, Instant now) {
    this.asked = asked;
    this.index = index;
    this.now = now;
    this.targets = List.of(asked);
    this.notChecked.addAll(index.notRead());
  }

  public RequestedArtifact asked() {
    return asked;
  }

  public WatchIndex index() {
    return index;
  }

  Instant now() {
    return now;
  }

  /** The artifacts to test: the one asked about, or one for each member of a virtual repository. */
  public List<RequestedArtifact> targets() {
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
  List<ArtifactLocation> places() {
    List<ArtifactLocation> places = new ArrayList<>();
    for (RequestedArtifact target : targets) {
      asked
          .path()
          .ifPresent(path -> WatchCoverage.keys(target)
              .forEach(key -> places.add(new ArtifactLocation(key, path))));
    }
    return places;
  }

  /** Tests the watches by what is known now. */
  public void suspect() {
    suspects = new CandidateCauses();
    for (RequestedArtifact target : targets) {
      suspects.about(target.repository(), virtual).addAll(index, target);
    }
  }

  public CandidateCauses suspects() {
    return suspects;
  }

  /** Whether Xray indexes the repository, if known. */
  public Optional<Boolean> indexed() {
    return indexed;
  }

  public void indexed(Optional<Boolean> known) {
    indexed = known;
  }

  /** How far the scan is, if known. */
  public Optional<ScanStatus> scan() {
    return scan;
  }

  public void scan(Optional<ScanStatus> known) {
    scan = known;
  }

  /** What was found of the artifact's violations. */
  public List<Violation> violations() {
    return violations;
  }

  public void violations(List<Violation> found) {
    violations = List.copyOf(found);
    searched = true;
  }

  /** Whether violations were searched, and none was found. */
  boolean hasNoViolations() {
    return searched && violations.isEmpty();
  }

  /** Notes that something was not looked at. */
  public void notChecked(String sentence) {
    notChecked.add(sentence);
  }

  public Set<String> notChecked() {
    return Collections.unmodifiableSet(notChecked);
  }

  /** Notes what to do next. */
  public void step(String sentence) {
    steps.add(sentence);
  }

  public BlockExplanation explanation(Optional<BlockKind> kind) {
    return BlockExplanation.builder()
        .kind(kind)
        .repository(asked.repository())
        .path(asked.path())
        .causes(suspects.causes())
        .ruledOut(suspects.ruledOut())
        .notChecked(notChecked)
        .notRead(index.notRead())
        .nextSteps(steps)
        .build();
  }
}
