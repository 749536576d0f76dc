package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Trigger;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.explanation.RuledOut.Fact;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.Coverage;
import io.github.xrayclient.diagnostics.internal.coverage.IndexedWatch;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.diagnostics.internal.coverage.WatchMatch;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ArtifactFacts;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The candidates for what blocks an artifact, and those that evidence ruled out. Not thread-safe. */
public final class CandidateCauses {
  private final List<CandidateCause> candidates = new ArrayList<>();
  private final List<RuledOut> ruledOut = new ArrayList<>();
  private final Set<RuledOut> alsoUnscanned = new HashSet<>(); // of rules with this trigger
  private final List<BlockCause> confirmed = new ArrayList<>();

  private boolean violationsSearched;
  private boolean unscannedFirst;
  private String servingMember = "";

  private CandidateCauses() {}

  /** The candidates from the watches that match one artifact. */
  public static CandidateCauses of(List<WatchMatch> matches) {
    CandidateCauses causes = new CandidateCauses();
    matches.forEach(match -> causes.add(match, ""));
    return causes;
  }

  /**
   * The candidates that follow from these facts, with one for each member of a virtual repository.
   */
  static CandidateCauses of(ArtifactFacts facts) {
    CandidateCauses causes = new CandidateCauses();
    Set<String> members = facts.artifacts().stream()
        .filter(artifact -> facts.isVirtual() && facts.mayStore(artifact))
        .map(RequestedArtifact::repository)
        .collect(Collectors.toSet());
    facts
        .matches()
        .forEach(match ->
            causes.add(match, members.contains(match.repository()) ? match.repository() : ""));
    facts.servingMember().ifPresent(causes::serve);
    causes.candidates.stream()
        .filter(candidate -> candidate.is(Trigger.VIOLATION)
            && facts.indexed(candidate.repository()).filter(indexed -> !indexed).isPresent())
        .forEach(candidate -> candidate.addCondition("a verdict from the time when Xray indexed the"
            + " repository is still in use, because Xray does not index it now"));
    facts
        .image()
        .filter(image -> image.manifests().isEmpty())
        .ifPresent(layer -> causes.candidates.forEach(candidate -> candidate.addCondition(
            "it blocks the manifest to which the layer belongs, because layers"
                + " are not blocked by themselves")));
    facts
        .missing()
        .ifPresent(
            missing -> causes.candidates.forEach(candidate -> candidate.addCondition("repository "
                + QuotedNames.of(missing.key()) + ", which these credentials cannot see, exists")));
    return causes;
  }

  /** Makes candidates of other members depend on whether they serve the artifact instead. */
  private void serve(String member) {
    servingMember = member;
    for (CandidateCause candidate : candidates) {
      if (!candidate.member().equals(member)) {
        String other = candidate.member().isEmpty()
            ? "a member that could not be looked up"
            : "its member " + QuotedNames.of(candidate.member());
        candidate.addLastingCondition("the virtual repository takes the artifact from " + other
            + ", and not from " + QuotedNames.of(member));
      }
    }
  }

  private void add(WatchMatch near, String member) {
    IndexedWatch watch = near.watch();
    ResourceMatch match = near.match();
    if (watch.isInactive()) {
      ruleOut(watch, Fact.WATCH_INACTIVE, quoted(watch) + " is not active.");
    } else if (match.coverage() == Coverage.NO) {
      ruleOut(
          watch,
          match.fact().orElseThrow(),
          quoted(watch) + " does not apply: " + match.reason() + ".");
    } else {
      watch.unread().forEach(policy -> candidates.add(new CandidateCause(near, policy, member)));
      for (BlockingRule rule : watch.rules()) {
        rule.triggers()
            .forEach(trigger -> candidates.add(new CandidateCause(near, rule, trigger, member)));
      }
    }
  }

  /**
   * Adds a cause that a violation has confirmed. If it is there already, its violations are added
   * to it.
   */
  void addConfirmed(BlockCause cause) {
    Optional<BlockCause> known = confirmed.stream()
        .filter(other -> other.watch().equals(cause.watch())
            && other.policy().equals(cause.policy())
            && other.rule().equals(cause.rule())
            && other.member().equals(cause.member()))
        .findFirst();
    if (known.isPresent()) {
      confirmed.set(confirmed.indexOf(known.get()), withViolations(known.get(), cause));
    } else {
      confirmed.add(cause);
    }
  }

  private static BlockCause withViolations(BlockCause cause, BlockCause more) {
    Set<BlockingViolation> all = new LinkedHashSet<>(cause.violations());
    all.addAll(more.violations());
    return cause.toBuilder().violations(all).violationCount(all.size()).build();
  }

  /** Sets whether violations were searched. If not, causes have no violation count. */
  void setViolationsSearched(boolean searched) {
    violationsSearched = searched;
  }

  /**
   * Puts rules on unscanned artifacts before those on violations, because the artifact is not
   * scanned and has no violation.
   */
  void putUnscannedFirst() {
    unscannedFirst = true;
  }

  /**
   * Returns a new candidate for another rule of a policy that could not be read, if a violation has
   * shown that the policy blocks by a first one.
   */
  Optional<CandidateCause> another(Predicate<CandidateCause> unread) {
    Optional<CandidateCause> other =
        candidates.stream().filter(unread).findFirst().map(CandidateCause::another);
    other.ifPresent(candidates::add);
    return other;
  }

  /** Adds a watch or rule that does not block the download. */
  void addRuledOut(RuledOut fact) {
    ruledOut.add(fact);
  }

  /** Rules out the candidates that match a predicate. */
  void ruleOut(Predicate<CandidateCause> like, Fact fact, Function<CandidateCause, String> reason) {
    for (CandidateCause candidate : List.copyOf(candidates)) {
      if (like.test(candidate)) {
        candidates.remove(candidate);
        ruledOut.add(RuledOut.builder()
            .watch(candidate.watch().name())
            .watchProject(NonBlank.text(candidate.watch().projectKey()))
            .policy(candidate.policy())
            .rule(candidate.rule().map(BlockingRule::name))
            .trigger(candidate.trigger())
            .fact(fact)
            .reason(reason.apply(candidate))
            .build());
      }
    }
  }

  private static String quoted(IndexedWatch watch) {
    return "Watch " + QuotedNames.of(watch.watch().name());
  }

  private void ruleOut(IndexedWatch watch, Fact fact, String reason) {
    for (BlockingRule rule : watch.rules()) {
      RuledOut entry = RuledOut.builder()
          .watch(watch.watch().name())
          .watchProject(watch.project())
          .policy(rule.policy().name())
          .rule(rule.name())
          .fact(fact)
          .reason(reason)
          .build();
      ruledOut.add(entry);
      if (rule.triggers().contains(Trigger.UNSCANNED)) {
        alsoUnscanned.add(entry);
      }
    }
  }

  boolean isEmpty() {
    return candidates.isEmpty() && confirmed.isEmpty();
  }

  Stream<CandidateCause> stream() {
    return candidates.stream();
  }

  /** The candidates that a violation could confirm. */
  List<CandidateCause> byViolation() {
    return candidates.stream()
        .filter(candidate -> !candidate.is(Trigger.UNSCANNED))
        .collect(Collectors.toList());
  }

  /** Whether a violation has confirmed a cause. */
  boolean isConfirmed() {
    return !confirmed.isEmpty() || candidates.stream().anyMatch(CandidateCause::isConfirmed);
  }

  boolean has(Trigger trigger) {
    return candidates.stream().anyMatch(candidate -> candidate.is(trigger));
  }

  /** The causes. Candidates that differ only in the member of a virtual repository become one cause. */
  public List<BlockCause> causes() {
    Map<List<Object>, List<CandidateCause>> same = new LinkedHashMap<>();
    candidates.forEach(candidate ->
        same.computeIfAbsent(candidate.identity(), absent -> new ArrayList<>(1)).add(candidate));
    return Stream.concat(confirmed.stream(), same.values().stream().map(this::cause))
        .sorted(CauseOrder.of(unscannedFirst))
        .collect(Collectors.toList());
  }

  private BlockCause cause(List<CandidateCause> same) {
    CandidateCause surest = Collections.min(same, Comparator.comparing(CandidateCause::verdict));
    BlockCause cause =
        surest.toCause(CauseWording.reason(surest, violationsSearched), violationsSearched);
    Set<String> members = same.stream()
        .filter(candidate -> candidate.verdict() == surest.verdict())
        .map(CandidateCause::member)
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
    if (members.isEmpty()) {
      return cause;
    }
    String first =
        members.contains(servingMember) ? servingMember : members.iterator().next();
    return cause.toBuilder()
        .member(first)
        .reason(cause.reason()
            + (first.equals(servingMember)
                ? " The virtual repository takes the artifact from this member."
                : servingMember.isEmpty() ? ifTakenFrom(members) : ""))
        .build();
  }

  private static String ifTakenFrom(Set<String> members) {
    return " This applies if the virtual repository takes the artifact from its member "
        + members.stream().map(QuotedNames::of).collect(Collectors.joining(" or ")) + ".";
  }

  /**
   * The watches and rules that do not block the download, each once for all members. What is a
   * cause in one member of a virtual repository is not ruled out because of another member.
   */
  public List<RuledOut> ruledOut() {
    Map<List<Object>, RuledOut> distinct = new LinkedHashMap<>();
    for (RuledOut fact : ruledOut) {
      RuledOut left = fact;
      if (isCause(fact) && alsoUnscanned.contains(fact)) { // a violation proves only one trigger
        left = fact.toBuilder().trigger(Trigger.UNSCANNED).build();
      }
      if (!isCause(left)) {
        distinct.putIfAbsent(
            List.of(left.watch(), left.watchProject(), left.policy(), left.rule(), left.reason()),
            left);
      }
    }
    return List.copyOf(distinct.values());
  }

  private boolean isCause(RuledOut fact) {
    return candidates.stream().anyMatch(candidate -> SameCause.is(candidate, fact))
        || confirmed.stream().anyMatch(cause -> SameCause.is(cause, fact));
  }
}
