package io.github.xrayclient.diagnostics.ignore;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.diagnostics.internal.advice.AdviceOnIgnoring;
import io.github.xrayclient.diagnostics.internal.evidence.ViolationValues;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import io.github.xrayclient.ignorerule.NarrowestFilters;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.violation.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Ignores the violations that block a download, by the narrowest ignore rules: this issue, these
 * components, this artifact, this watch, with an end. Needs the role Manage Watches or, for a watch
 * of a project, the rights of an administrator of that project. A rule acts on later scans only;
 * {@link io.github.xrayclient.watch.Watches#applyToExisting} applies it to earlier ones. Immutable
 * and thread-safe.
 */
public final class ViolationIgnorer {
  private static final System.Logger LOG = System.getLogger(ViolationIgnorer.class.getName());

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
   * blocks: the rule covers all artifacts that the violation names. Reads the watch's violations,
   * page by page, until the violation is found. {@link BlockExplanation#ignoreRules()} has
   * proposals for one artifact.
   *
   * @param id the id of the violation, or the id of its issue, such as {@code XRAY-1234}, if the
   *     watch found the issue only once
   * @throws XrayNotFoundException if no global watch of this name found such a violation
   * @throws IllegalArgumentException if the watch found several violations of this issue, or if no
   *     rule can be made for the violation
   */
  public ProposedIgnoreRule propose(String watch, String id) {
    return propose(watch, id, Optional.empty());
  }

  /** Like {@link #propose(String, String)}, for a watch of a project. */
  public ProposedIgnoreRule propose(String watch, String id, String project) {
    return propose(watch, id, Optional.of(Arguments.checked("project", project)));
  }

  private ProposedIgnoreRule propose(String watch, String id, Optional<String> project) {
    Violation found = new WatchViolations(xray, Arguments.checked("watch", watch), project)
        .one(Arguments.checked("id", id));
    return ProposedIgnoreRule.builder()
        .watch(watch)
        .project(project)
        .violation(ViolationValues.of(found))
        .filters(NarrowestFilters.of(found))
        .build();
  }

  /**
   * Returns the rule on the server that does what is proposed already: one with these filters that
   * is in force. Sends one GET for the watch and one for each page of its ignore rules.
   *
   * @throws XrayNotFoundException if the watch does not exist where the rule would be created, for
   *     example because its project is missing
   * @throws XrayForbiddenException if a right is missing; the message names it
   */
  public Optional<IgnoreRule> existing(ProposedIgnoreRule proposal) {
    return existing(Objects.requireNonNull(proposal, "proposal"), new RulesInForce(xray));
  }

  /**
   * Returns for each proposal the rule that does it already, like {@link
   * #existing(ProposedIgnoreRule)}. The rules of each watch are read once.
   *
   * @return an entry for each proposal, in their order; equal proposals have one entry
   */
  public Map<ProposedIgnoreRule, Optional<IgnoreRule>> existing(
      Collection<ProposedIgnoreRule> proposals) {
    RulesInForce rules = new RulesInForce(xray);
    Map<ProposedIgnoreRule, Optional<IgnoreRule>> found = new LinkedHashMap<>();
    for (ProposedIgnoreRule proposal : Arguments.elements("proposals", proposals)) {
      found.put(proposal, existing(proposal, rules));
    }
    return Collections.unmodifiableMap(found);
  }

  private static Optional<IgnoreRule> existing(ProposedIgnoreRule proposal, RulesInForce rules) {
    return withRights(proposal, () -> rules.like(proposal));
  }

  /**
   * Creates the proposed rule, unless a rule with its filters is in force already. A rule that is
   * in force is not changed, not even its end, because servers offer no way to change a rule;
   * delete it first to replace it. Sends the requests of {@link #existing}, one POST and one GET.
   *
   * @param notes why the violation is ignored
   * @param expiresAt when the rule expires
   * @throws IllegalArgumentException if the notes are blank, or if the expiry is not in the future
   *     or later than the year 9999; nothing was sent
   * @throws XrayNotFoundException if the watch does not exist where the rule would be created;
   *     nothing was changed
   * @throws XrayForbiddenException if a right is missing; the message names it
   * @throws XrayException if the rule could not be created, or if it is not known whether it was
   */
  public IgnoreResult ignore(ProposedIgnoreRule proposal, String notes, Instant expiresAt) {
    return ignore(List.of(Objects.requireNonNull(proposal, "proposal")), notes, expiresAt)
        .get(0);
  }

  /**
   * Creates several proposed rules like {@link #ignore(ProposedIgnoreRule, String, Instant)}. The
   * rules of each watch are read once, and before the first rule is created, so that a missing
   * right or project is found first. If the creation of a rule fails, those before it remain;
   * {@link #ignore(Collection, String, Instant, Consumer)} tells which.
   *
   * @return one result for each proposal, in their order
   */
  public List<IgnoreResult> ignore(
      Collection<ProposedIgnoreRule> proposals, String notes, Instant expiresAt) {
    return ignore(proposals, notes, expiresAt, result -> {});
  }

  /**
   * Creates several proposed rules like {@link #ignore(Collection, String, Instant)}, and reports
   * each one to a listener as soon as it exists, so that the caller knows what was created if a
   * later one fails.
   *
   * @param listener gets the result of each proposal; an exception of the listener is logged
   */
  public List<IgnoreResult> ignore(
      Collection<ProposedIgnoreRule> proposals,
      String notes,
      Instant expiresAt,
      Consumer<IgnoreResult> listener) {
    List<ProposedIgnoreRule> wanted = Arguments.elements("proposals", proposals);
    Objects.requireNonNull(listener, "listener");
    check(notes, expiresAt);
    List<IgnoreRuleDraft> drafts = wanted.stream()
        .map(proposal -> proposal.draft(notes, expiresAt))
        .collect(Collectors.toList());
    RulesInForce rules = new RulesInForce(xray);
    wanted.forEach(proposal -> existing(proposal, rules));
    List<IgnoreResult> results = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      IgnoreResult result = created(wanted.get(i), drafts.get(i), rules);
      results.add(result);
      report(result, listener);
    }
    return List.copyOf(results);
  }

  private static void report(IgnoreResult result, Consumer<IgnoreResult> listener) {
    try {
      listener.accept(result);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a listener of ignore rules threw an exception", e);
    }
  }

  private static void check(String notes, Instant expiresAt) {
    Arguments.checked("notes", notes);
    if (!Objects.requireNonNull(expiresAt, "expiresAt").isAfter(Instant.now())) {
      throw new IllegalArgumentException(
          "expiresAt must be in the future, but was " + expiresAt + "; set a later time");
    }
  }

  private static IgnoreResult created(
      ProposedIgnoreRule proposal, IgnoreRuleDraft draft, RulesInForce rules) {
    Optional<IgnoreRule> existing = rules.like(proposal);
    IgnoreRule rule = existing.orElseGet(() -> {
      IgnoreRule created = withRights(proposal, () -> rules.service(proposal).create(draft));
      rules.add(proposal, created);
      return created;
    });
    return IgnoreResult.builder()
        .proposal(proposal)
        .rule(rule)
        .outcome(
            existing.isPresent()
                ? IgnoreResult.Outcome.ALREADY_IN_FORCE
                : IgnoreResult.Outcome.CREATED)
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
