package io.github.xrayclient.diagnostics.ignore;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.diagnostics.internal.advice.AdviceOnIgnoring;
import io.github.xrayclient.diagnostics.internal.evidence.ViolationValues;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.ignorerule.NarrowestFilters;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationQuery;
import io.github.xrayclient.watch.Watch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ignores the violations that block a download, by the narrowest ignore rules: this issue, these
 * components, this artifact, this watch, with an end. Needs the role Manage Watches or, for a watch of
 * a project, the rights of an administrator of that project. A rule acts on later scans only; {@link
 * io.github.xrayclient.watch.Watches#applyToExisting} applies it to earlier ones. Immutable and
 * thread-safe.
 */
public final class ViolationIgnorer {
  private final XrayClient xray;

  private ViolationIgnorer(XrayClient xray) {
    this.xray = xray;
  }

  /** Ignores violations on the platform that this client connects to. */
  public static ViolationIgnorer of(XrayClient xray) {
    return new ViolationIgnorer(Objects.requireNonNull(xray, "xray"));
  }

  /**
   * Proposes a rule for one violation that this watch found, without the question which artifact it
   * blocks: the rule covers all artifacts that the violation names. Reads the watch's violations, page
   * by page, until the violation is found. {@link BlockExplanation#ignoreRules()} has proposals for
   * one artifact.
   *
   * @param id the id of the violation, or the id of its issue, such as {@code XRAY-1234}
   * @throws IllegalArgumentException if no global watch of this name found such a violation, or if no
   *     rule can be made for it
   */
  public ProposedIgnoreRule propose(String watch, String id) {
    return propose(watch, id, Optional.empty());
  }

  /** Like {@link #propose(String, String)}, for a watch of a project. */
  public ProposedIgnoreRule propose(String watch, String id, String project) {
    return propose(watch, id, Optional.of(Arguments.checked("project", project)));
  }

  private ProposedIgnoreRule propose(String watch, String id, Optional<String> project) {
    Arguments.checked("watch", watch);
    Arguments.checked("id", id);
    ViolationQuery ofWatch = project
        .map(key -> xray.violations().inProject(key))
        .orElseGet(xray::violations)
        .list()
        .watch(watch)
        .includeDetails();
    Violation found = ofWatch.stream()
        .filter(violation -> isNamed(violation, id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "id is " + id + ", but watch " + watch + " found no such violation; give the id of a"
                + " violation or of its issue, and the watch that found it"));
    return ProposedIgnoreRule.builder()
        .watch(watch)
        .project(project)
        .violation(ViolationValues.of(found))
        .filters(NarrowestFilters.of(found))
        .build();
  }

  private static boolean isNamed(Violation violation, String id) {
    return violation.issueId().filter(id::equals).isPresent()
        || violation.violationId().filter(known -> known.wire().equals(id)).isPresent();
  }

  /**
   * Returns the rule on the server that does what is proposed already: one with these filters that is in
   * force. Sends one GET for the watch and one for each page of its ignore rules.
   *
   * @throws IllegalArgumentException if the watch does not exist where the rule would be created, for
   *     example because its project is missing
   * @throws XrayForbiddenException if a right is missing; the message names it
   */
  public Optional<IgnoreRule> existing(ProposedIgnoreRule proposal) {
    Objects.requireNonNull(proposal, "proposal");
    return withRights(proposal, () -> {
      checkWatch(proposal);
      return rules(proposal).list().watch(proposal.watch()).stream()
          .filter(rule -> isInForce(rule, Instant.now()))
          .filter(rule -> rule.filters()
              .filter(filters -> SameFilters.are(proposal.filters(), filters))
              .isPresent())
          .findFirst();
    });
  }

  /**
   * Creates the proposed rule, unless a rule with its filters is in force already. A rule that is in
   * force is not changed, not even its end, because servers offer no way to change a rule; delete it
   * first to replace it. Sends the requests of {@link #existing}, one POST and one GET.
   *
   * @param notes why the violation is ignored
   * @param expiresAt when the rule expires
   * @throws IllegalArgumentException if the notes are blank, if the expiry is not in the future, or if
   *     the watch does not exist where the rule would be created; nothing was changed
   * @throws XrayForbiddenException if a right is missing; the message names it
   * @throws XrayException if the rule could not be created
   */
  public IgnoreResult ignore(ProposedIgnoreRule proposal, String notes, Instant expiresAt) {
    Objects.requireNonNull(proposal, "proposal");
    check(notes, expiresAt);
    return created(proposal, existing(proposal), proposal.draft(notes, expiresAt));
  }

  /**
   * Creates several proposed rules like {@link #ignore(ProposedIgnoreRule, String, Instant)}. It first
   * reads what exists for all of them, so that a missing right or project is found before the first
   * rule is created. If the creation of a rule fails, those before it remain.
   *
   * @return one result for each proposal, in their order
   */
  public List<IgnoreResult> ignore(
      Collection<ProposedIgnoreRule> proposals, String notes, Instant expiresAt) {
    List<ProposedIgnoreRule> rules = Arguments.elements("proposals", proposals);
    check(notes, expiresAt);
    List<Optional<IgnoreRule>> existing =
        rules.stream().map(this::existing).collect(Collectors.toList());
    return IntStream.range(0, rules.size())
        .mapToObj(i -> created(rules.get(i), existing.get(i), rules.get(i).draft(notes, expiresAt)))
        .collect(Collectors.toUnmodifiableList());
  }

  private static void check(String notes, Instant expiresAt) {
    Arguments.checked("notes", notes);
    if (!Objects.requireNonNull(expiresAt, "expiresAt").isAfter(Instant.now())) {
      throw new IllegalArgumentException(
          "expiresAt must be in the future, but was " + expiresAt + "; set a later time");
    }
  }

  private IgnoreResult created(
      ProposedIgnoreRule proposal, Optional<IgnoreRule> existing, IgnoreRuleDraft draft) {
    IgnoreResult.Builder result = IgnoreResult.builder().proposal(proposal);
    return existing
        .map(rule -> result.rule(rule).outcome(IgnoreResult.Outcome.ALREADY_IN_FORCE))
        .orElseGet(() -> result
            .rule(withRights(proposal, () -> rules(proposal).create(draft)))
            .outcome(IgnoreResult.Outcome.CREATED))
        .build();
  }

  /**
   * What to do after the rules were created, because they act on later scans only. The step has a
   * command that applies the watches to what was scanned since the violations were found.
   *
   * @return no step if there is no rule
   */
  public List<NextStep> nextSteps(Collection<ProposedIgnoreRule> created) {
    List<ProposedIgnoreRule> rules = Arguments.elements("created", created);
    return rules.isEmpty()
        ? List.of()
        : List.of(AdviceOnIgnoring.applyWatches(rules, xray.baseUrl().toString(), Instant.now()));
  }

  private IgnoreRules rules(ProposedIgnoreRule proposal) {
    return proposal.project().map(xray.ignoreRules()::inProject).orElseGet(xray::ignoreRules);
  }

  private void checkWatch(ProposedIgnoreRule proposal) {
    Optional<Watch> watch = proposal
        .project()
        .map(xray.watches()::inProject)
        .orElseGet(xray::watches)
        .find(proposal.watch());
    if (watch.isEmpty()) {
      throw new IllegalArgumentException("watch " + proposal.watch() + " was not found "
          + proposal
              .project()
              .map(key -> "in project " + key + "; name the project of the watch")
              .orElse("among the global watches; if it belongs to a project, name the project"));
    }
  }

  private static boolean isInForce(IgnoreRule rule, Instant now) {
    return !rule.isDeleted()
        && !rule.expired().orElse(false)
        && rule.expiresAt()
            .filter(time -> !time.isNever())
            .flatMap(Timestamp::toInstant)
            .map(now::isBefore)
            .orElse(true);
  }

  private static <T> T withRights(ProposedIgnoreRule proposal, Supplier<T> call) {
    try {
      return call.get();
    } catch (XrayForbiddenException e) {
      throw ErrorAccess.get()
          .explained(
              e,
              "to ignore violations of watch " + proposal.watch() + ": "
                  + AdviceOnIgnoring.rights(List.of(proposal)));
    }
  }
}
