package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.WaiverRequestConfig;
import io.github.xrayclient.curation.audit.AuditAction;
import io.github.xrayclient.curation.audit.AuditEvent;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestQuery;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.refusal.ViolatedPolicyParser;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the policies, waivers, waiver requests and audit events that concern packages refused by Curation.
 * Policies and audit events are read once for all packages. Not thread-safe.
 */
public final class CurationEvidence {
  private static final int POLICIES = 2_000;
  private static final int EVENTS = 1_000;
  private static final int REQUESTS = 100;
  private static final int PACKAGES = 20;

  private final OptionalRead<Boolean, List<CurationPolicy>> policies;
  private final OptionalRead<Boolean, List<AuditEvent>> events;
  private final OptionalRead<List<String>, List<WaiverRequest>> requests;
  private final Instant now;

  public CurationEvidence(XrayClient xray, Instant now) {
    Curation curation = Curation.of(xray);
    this.policies = OptionalRead.of(any -> policies(curation), 1);
    this.events = OptionalRead.of(any -> events(curation), 1);
    this.requests = OptionalRead.of(of -> requests(curation, of), PACKAGES);
    this.now = now;
  }

  /**
   * Whether the reason of a refusal is a policy, which can be looked up on the server. Other reasons are
   * temporary, or name nothing that can be looked up.
   */
  public static boolean isByPolicy(CurationRefusal refusal) {
    return refusal.reason() == CurationRefusal.Reason.POLICY_VIOLATION
        || refusal.reason() == CurationRefusal.Reason.NO_COMPLIANT_VERSION;
  }

  /** Adds to the explanation of a refusal what the server knows about the package and the policies. */
  public BlockExplanation weigh(BlockExplanation found) {
    Optional<CurationRefusal> refusal = found.refusal().flatMap(BlockedDownload::curation);
    if (refusal.isEmpty()) {
      return found;
    }
    List<NotChecked> notChecked = new ArrayList<>(found.notChecked());
    List<NextStep> steps = new ArrayList<>(found.nextSteps());
    CurationRefusal weighed = weigh(refusal.get(), found.repository(), notChecked, steps);
    return found.toBuilder()
        .repository(found
            .repository()
            .or(() -> weighed.waiverRequest().map(WaiverRequestDraft::repositoryKey)))
        .refusal(
            found.refusal().map(known -> known.toBuilder().curation(weighed).build()))
        .notChecked(notChecked)
        .nextSteps(steps)
        .build();
  }

  private CurationRefusal weigh(
      CurationRefusal refusal,
      Optional<String> repository,
      List<NotChecked> notChecked,
      List<NextStep> steps) {
    List<CurationFinding> findings = new ArrayList<>();
    RefusedPackage refused =
        RefusedPackage.of(refusal.packageName().orElse(""), refusal.packageVersion(), repository);
    if (refusal.packageName().isPresent()) {
      refused = audited(refused, findings, notChecked);
    }
    CurationRefusal weighed = named(refusal, refused, notChecked);
    List<CurationPolicy> blocking = weighed.policies().stream()
        .flatMap(violated -> policy(violated).stream())
        .collect(Collectors.toList());
    List<WaiverRequest> asked =
        refusal.packageName().isPresent() ? requests(refused, findings, notChecked) : List.of();
    Optional<WaiverRequestDraft> draft = draft(refused, weighed, blocking, asked);
    steps(refused, blocking, asked, draft, steps);
    return weighed.toBuilder().findings(findings).waiverRequest(draft).build();
  }

  private RefusedPackage audited(
      RefusedPackage refused, List<CurationFinding> findings, List<NotChecked> notChecked) {
    Optional<List<AuditEvent>> newest = value(events.ask(true), Subject.CURATION_AUDIT, notChecked);
    Optional<AuditEvent> event = newest.stream()
        .flatMap(List::stream)
        .filter(each -> each.outcome().filter(AuditAction.BLOCKED::equals).isPresent())
        .filter(refused::isIn)
        .findFirst();
    if (newest.isPresent() && event.isEmpty()) {
      findings.add(CurationFinding.of(
          CurationFinding.Kind.NOT_IN_AUDIT,
          "The newest " + EVENTS
              + " events of the last day in Curation's audit do not contain this refusal."));
    }
    event.ifPresent(
        each -> findings.add(CurationFinding.of(CurationFinding.Kind.IN_AUDIT, sentence(each))));
    return event.map(refused::knownFrom).orElse(refused);
  }

  private static String sentence(AuditEvent event) {
    return "Curation's audit contains this refusal: the package was blocked"
        + event.createdAt().map(time -> " at " + time).orElse("")
        + event
            .username()
            .filter(user -> !user.isEmpty())
            .map(user -> " for user " + QuotedNames.of(user))
            .orElse("")
        + event
            .curatedRepository()
            .filter(key -> !key.isEmpty())
            .map(key -> " in repository " + QuotedNames.of(key))
            .orElse("")
        + event
            .originRepository()
            .filter(key -> !key.isEmpty() && !event.curatedRepository().equals(Optional.of(key)))
            .map(key -> ", requested through repository " + QuotedNames.of(key))
            .orElse("")
        + ".";
  }

  /** Returns the refusal with findings about its policies, as the server has them now. */
  private CurationRefusal named(
      CurationRefusal refusal, RefusedPackage refused, List<NotChecked> notChecked) {
    Optional<List<CurationPolicy>> all =
        value(policies.ask(true), Subject.CURATION_POLICIES, notChecked);
    if (all.isEmpty()) {
      return refusal;
    }
    CurationRefusal reread = ViolatedPolicyParser.reread(
        refusal,
        all.get().stream().map(CurationPolicy::name).collect(Collectors.toSet()),
        all.get().stream().flatMap(CurationEvidence::conditionName).collect(Collectors.toSet()));
    return reread.toBuilder()
        .policies(reread.policies().stream()
            .map(violated -> found(violated, refused))
            .collect(Collectors.toList()))
        .build();
  }

  private ViolatedPolicy found(ViolatedPolicy violated, RefusedPackage refused) {
    List<CurationPolicy> named = policies(violated);
    if (named.size() != 1) {
      CurationFinding problem = named.isEmpty()
          ? CurationFinding.of(
              CurationFinding.Kind.POLICY_NOT_FOUND,
              "Curation policy " + QuotedNames.of(violated.policy())
                  + " is not among the curation policies that could be read.")
          : CurationFinding.of(
              CurationFinding.Kind.POLICY_NAME_NOT_UNIQUE,
              "Several curation policies have the name " + QuotedNames.of(violated.policy())
                  + ". Their ids are " + ids(named) + ".");
      return violated.toBuilder().addFinding(problem).build();
    }
    CurationPolicy policy = named.get(0);
    return violated.toBuilder()
        .policyId(policy.id())
        .addAllFindings(CurationPolicyFindings.of(policy, refused))
        .build();
  }

  private List<WaiverRequest> requests(
      RefusedPackage refused, List<CurationFinding> findings, List<NotChecked> notChecked) {
    List<WaiverRequest> found =
        value(requests.ask(refused.nameAndVersion()), Subject.WAIVER_REQUESTS, notChecked).stream()
            .flatMap(List::stream)
            .filter(refused::isIn)
            .collect(Collectors.toList());
    found.forEach(request -> findings.add(WaiverRequestFindings.of(request, refused, now)));
    return found;
  }

  /** A waiver request, unless one is pending, a policy does not accept it, or a value is not known. */
  private static Optional<WaiverRequestDraft> draft(
      RefusedPackage refused,
      CurationRefusal refusal,
      List<CurationPolicy> blocking,
      List<WaiverRequest> asked) {
    boolean complete = refused.type().isPresent()
        && refused.version().isPresent()
        && refused.repository().isPresent();
    if (!complete
        || blocking.stream().anyMatch(CurationEvidence::takesNoRequests)
        || asked.stream().anyMatch(request -> WaiverRequestFindings.isPending(request, refused))) {
      return Optional.empty();
    }
    String policies = refusal.policies().stream()
        .map(violated -> QuotedNames.of(violated.policy())
            + violated
                .condition()
                .map(name -> " (condition " + QuotedNames.of(name) + ")")
                .orElse(""))
        .collect(Collectors.joining(", "));
    return Optional.of(WaiverRequestDraft.of(
            refused.type().get(), refused.name(), refused.version().get())
        .repositoryKey(refused.repository().get())
        .reason("Refused by " + (policies.isEmpty() ? "Curation" : "policy " + policies))
        .build());
  }

  private static void steps(
      RefusedPackage refused,
      List<CurationPolicy> blocking,
      List<WaiverRequest> asked,
      Optional<WaiverRequestDraft> draft,
      List<NextStep> steps) {
    blocking.stream()
        .filter(CurationEvidence::takesNoRequests)
        .forEach(policy -> steps.add(NextStep.of(
            Kind.ASK_POLICY_OWNERS,
            "Ask the owners of curation policy " + QuotedNames.of(policy.name())
                + " for a waiver for " + refused
                + ", because the policy does not accept waiver requests.")));
    asked.stream()
        .filter(request -> WaiverRequestFindings.isPending(request, refused))
        .forEach(request -> steps.add(NextStep.of(
            Kind.DECIDE_WAIVER_REQUEST,
            "Have the pending waiver request " + request.id() + " decided.")));
    draft.ifPresent(ready -> {
      steps.removeIf(step -> step.kind() == Kind.REQUEST_WAIVER);
      steps.add(NextStep.of(
          Kind.REQUEST_WAIVER,
          "Request a waiver for the " + ready.packageType() + " package " + refused
              + " in repository " + QuotedNames.of(ready.repositoryKey())
              + ". A request is prepared; replace its reason with your own."));
    });
    if (blocking.size() > 1) {
      steps.add(NextStep.of(
          Kind.WAIVE_EVERY_POLICY,
          "Get a waiver from each of the policies, because each of them blocks the package."));
    }
  }

  private Optional<CurationPolicy> policy(ViolatedPolicy violated) {
    return policies(violated).stream()
        .filter(policy -> violated.policyId().filter(policy.id()::equals).isPresent())
        .findFirst();
  }

  private List<CurationPolicy> policies(ViolatedPolicy violated) {
    return policies.ask(true).value().orElse(List.of()).stream()
        .filter(policy -> policy.name().equals(violated.policy()))
        .collect(Collectors.toList());
  }

  private static boolean takesNoRequests(CurationPolicy policy) {
    return policy
        .waiverRequestConfig()
        .filter(WaiverRequestConfig.FORBIDDEN::equals)
        .isPresent();
  }

  private static Stream<String> conditionName(CurationPolicy policy) {
    return policy.condition().flatMap(condition -> condition.name()).stream();
  }

  private static String ids(List<CurationPolicy> policies) {
    return policies.stream().map(policy -> policy.id().wire()).collect(Collectors.joining(" and "));
  }

  private static <A> Optional<A> value(
      OptionalRead.Answer<A> answer, Subject what, List<NotChecked> notChecked) {
    if (answer.value().isEmpty()) {
      NotChecked entry = NotChecked.of(what, answer.problem());
      if (!notChecked.contains(entry)) {
        notChecked.add(entry);
      }
    }
    return answer.value();
  }

  private static List<CurationPolicy> policies(Curation curation) {
    return limited(curation.policies().list().pageSize(500).stream(), POLICIES);
  }

  /** Reads the newest audit events with a single request. */
  private static List<AuditEvent> events(Curation curation) {
    return limited(
        curation.audit().list().last(Duration.ofDays(1)).pageSize(EVENTS).stream(), EVENTS);
  }

  private static List<WaiverRequest> requests(Curation curation, List<String> nameAndVersion) {
    WaiverRequestQuery query = curation.waiverRequests().list().packageName(nameAndVersion.get(0));
    for (String version : nameAndVersion.subList(1, nameAndVersion.size())) {
      query = query.packageVersion(version);
    }
    return limited(query.inEveryStatus(), REQUESTS);
  }

  private static <T> List<T> limited(Stream<T> all, int most) {
    try (Stream<T> stream = all) {
      return stream.limit(most).collect(Collectors.toUnmodifiableList());
    }
  }
}
