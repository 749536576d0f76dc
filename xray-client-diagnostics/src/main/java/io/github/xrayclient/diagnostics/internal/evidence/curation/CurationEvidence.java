package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the policies, waivers, waiver requests and audit events that concern packages refused by
 * Curation. Policies and audit events are read once for all packages. Not thread-safe.
 */
public final class CurationEvidence {
  private final CurationReads reads;
  private final AuditEvidence audit;
  private final PackageStatusReader statuses;
  private final PolicyEvidence policies;
  private final AddressEvidence addresses;
  private final RefusedAddress refusedAddress;
  private final Instant now;

  public CurationEvidence(XrayClient xray, OptionalReads repositories, Instant now) {
    this.reads = new CurationReads(xray);
    this.audit = new AuditEvidence(reads, repositories);
    this.statuses = new PackageStatusReader(reads, repositories);
    this.policies = new PolicyEvidence(reads);
    this.addresses = new AddressEvidence(statuses, repositories);
    this.refusedAddress = new RefusedAddress(repositories);
    this.now = now;
  }

  /**
   * Whether the reason of a refusal is a policy, which can be looked up on the server. Other
   * reasons are temporary, or name nothing that can be looked up.
   */
  private static boolean isByPolicy(CurationRefusal refusal) {
    return refusal.reason() == CurationRefusal.Reason.POLICY_VIOLATION
        || refusal.reason() == CurationRefusal.Reason.NO_COMPLIANT_VERSION;
  }

  /**
   * Adds to the explanation of a refusal by Curation what the server knows about the package and
   * the policies.
   */
  public BlockExplanation weigh(BlockExplanation read) {
    if (read.refusal().flatMap(BlockedDownload::curation).isEmpty()) {
      return read;
    }
    BlockExplanation found = refusedAddress.addTo(read);
    Optional<CurationRefusal> refusal = found.refusal().flatMap(BlockedDownload::curation);
    List<NotChecked> notChecked = new ArrayList<>(found.notChecked());
    List<NextStep> steps = new ArrayList<>(found.nextSteps());
    CurationRefusal weighed = isByPolicy(refusal.get())
        ? weigh(refusal.get(), found, notChecked, steps)
        : weighStatus(refusal.get(), refused(refusal.get(), found), notChecked, steps);
    return found.toBuilder()
        .repository(found
            .repository()
            .or(() -> weighed.waiverRequest().flatMap(WaiverRequestDraft::repositoryKey)))
        .refusal(
            found.refusal().map(known -> known.toBuilder().curation(weighed).build()))
        .notChecked(notChecked)
        .nextSteps(steps)
        .build();
  }

  /**
   * Adds to the explanation of a refusal without a reason what Curation does with the package now,
   * if the repository is curated.
   */
  public BlockExplanation weighWithoutReason(BlockExplanation found) {
    return addresses.weigh(found);
  }

  /** Adds to the explanation of an artifact what Curation does with its package now. */
  public BlockExplanation weighArtifact(BlockExplanation found) {
    return addresses.weighArtifact(found);
  }

  private CurationRefusal weigh(
      CurationRefusal refusal,
      BlockExplanation found,
      List<NotChecked> notChecked,
      List<NextStep> steps) {
    List<CurationFinding> findings = new ArrayList<>();
    RefusedPackage named = refused(refusal, found);
    RefusedPackage refused = refusal.packageName().isPresent()
        ? audit.audited(named, findings, notChecked)
        : audit.located(named, notChecked);
    Optional<StatusEvidence> status = statuses.read(refused, notChecked);
    status.ifPresent(now -> now.addTo(findings, steps));
    CurationRefusal reread = policies.reread(refusal, notChecked);
    CurationRefusal weighed = policies.lookedUp(StatusPolicies.addedTo(reread, status), refused);
    boolean isOwn = status.map(StatusEvidence::isAboutTheRefusal).orElse(true);
    CurationRefusal relevant = isOwn ? weighed : policies.lookedUp(reread, refused);
    List<CurationPolicy> blocking = policies.found(relevant);
    List<WaiverRequest> asked =
        refusal.packageName().isPresent() ? requests(refused, findings, notChecked) : List.of();
    CurationRefusal refusing = reread.policies().isEmpty() ? relevant : reread;
    Optional<WaiverRequestDraft> draft = WaiverAdvice.draft(refused, refusing, blocking, asked);
    WaiverAdvice.steps(refused, blocking, asked, draft, steps);
    return weighed.toBuilder().findings(findings).waiverRequest(draft).build();
  }

  /** The package, with its type if the address has it. */
  private static RefusedPackage refused(CurationRefusal refusal, BlockExplanation found) {
    Optional<PackageType> type = found
        .refusal()
        .flatMap(BlockedDownload::address)
        .flatMap(DownloadAddress::parse)
        .flatMap(DownloadAddress::type)
        .map(PackageType::of);
    RefusedPackage named = RefusedPackage.of(
            refusal.packageName().orElse(""), refusal.packageVersion(), found.repository())
        .ofType(type);
    boolean isOfAllVersions = refusal.reason() == CurationRefusal.Reason.NO_COMPLIANT_VERSION
        && refusal.packageVersion().isEmpty();
    return isOfAllVersions ? named.ofAllVersions() : named;
  }

  /**
   * Asks only for the status of a package that was refused for a reason other than a policy, and
   * only if the refusal tells what to ask for.
   */
  private CurationRefusal weighStatus(
      CurationRefusal refusal,
      RefusedPackage refused,
      List<NotChecked> notChecked,
      List<NextStep> steps) {
    boolean isKnown = refusal.packageName().isPresent()
        && refused.version().isPresent()
        && (refused.type().isPresent() || refused.repository().isPresent());
    if (!isKnown || refusal.reason() == CurationRefusal.Reason.WAIVER_ANSWER) {
      return refusal;
    }
    List<CurationFinding> findings = new ArrayList<>(refusal.findings());
    Optional<StatusEvidence> status = statuses.read(refused, notChecked);
    status.ifPresent(now -> now.addTo(findings, steps));
    return StatusPolicies.addedTo(refusal, status).toBuilder()
        .findings(findings)
        .build();
  }

  private List<WaiverRequest> requests(
      RefusedPackage refused, List<CurationFinding> findings, List<NotChecked> notChecked) {
    List<WaiverRequest> found = reads.requests(refused, notChecked).stream()
        .flatMap(List::stream)
        .filter(refused::isIn)
        .collect(Collectors.toList());
    found.forEach(request -> findings.add(WaiverRequestFindings.of(request, refused, now)));
    return found;
  }
}
