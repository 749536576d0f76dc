package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.curation.WaiverRequestConfig;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a curation policy, as it is now, has to do with a package that it refused. */
final class CurationPolicyFindings {
  private final CurationPolicy policy;
  private final RefusedPackage refused;
  private final List<CurationFinding> found = new ArrayList<>();

  private CurationPolicyFindings(CurationPolicy policy, RefusedPackage refused) {
    this.policy = policy;
    this.refused = refused;
  }

  static List<CurationFinding> of(CurationPolicy policy, RefusedPackage refused) {
    CurationPolicyFindings findings = new CurationPolicyFindings(policy, refused);
    findings.changes();
    policy.waivers().forEach(findings::waiver);
    findings.labelWaivers();
    findings.requests();
    if (policy.blockFromCache().orElse(false)) {
      findings.add(
          Kind.POLICY_BLOCKS_FROM_CACHE, "It blocks packages that are cached already, too.");
    }
    return findings.found;
  }

  private void add(Kind kind, String sentence) {
    found.add(CurationFinding.of(kind, sentence));
  }

  /** Why it would not refuse the package now. */
  private void changes() {
    if (!policy.enabled().orElse(true)) {
      addChange(Kind.POLICY_DISABLED, "It is switched off now");
    } else if (policy.action().filter(PolicyAction.DRY_RUN::equals).isPresent()) {
      addChange(Kind.POLICY_DRY_RUN, "It is a dry run now");
    } else {
      exclusion().ifPresent(change -> addChange(Kind.POLICY_OUT_OF_SCOPE, change));
    }
  }

  private void addChange(Kind kind, String change) {
    add(kind, change + ", so it was changed since; metadata may be cached for a while.");
  }

  /** Why it does not cover the package now. */
  private Optional<String> exclusion() {
    Optional<CurationScope> scope = policy.scope();
    Optional<String> repository = refused.repository();
    if (scope.filter(CurationScope.ALL_REPOSITORIES::equals).isPresent()) {
      return repository
          .filter(policy.excludedRepositories()::contains)
          .map(key -> "It excludes repository " + key + " now");
    }
    if (scope.filter(CurationScope.SPECIFIC_REPOSITORIES::equals).isPresent()) {
      return repository
          .filter(key -> !policy.includedRepositories().contains(key))
          .map(key -> "Repository " + key + " is not among its repositories now");
    }
    if (scope.filter(CurationScope.PACKAGE_TYPES::equals).isPresent()) {
      return refused
          .type()
          .filter(type -> !policy.includedPackageTypes().contains(type))
          .map(type -> type + " is not among its package types now");
    }
    return Optional.empty();
  }

  private void waiver(PackageWaiver waiver) {
    String named = "Package waiver " + waiver.id()
        + waiver.createdBy().map(author -> " by " + author).orElse("");
    if (refused.isNear(waiver)) {
      add(
          Kind.WAIVER_FOR_SIMILAR_PACKAGE,
          named + " is for " + waiver.packageType().map(type -> type + " ").orElse("")
              + waiver.packageName().orElse("") + ", which is "
              + (waiver.packageName().filter(refused.name()::equals).isPresent()
                  ? "another package."
                  : "spelled differently."));
    } else if (refused.isOf(waiver)) {
      Optional<Boolean> holds = refused.isWaivedBy(waiver);
      String versions = waiver.allVersions().orElse(false)
          ? "all versions"
          : "versions " + String.join(", ", waiver.packageVersions());
      if (holds.isEmpty()) {
        add(
            Kind.WAIVER_FOR_UNKNOWN_VERSION,
            named + " covers " + versions + "; the refused version is not known.");
      } else if (holds.get()) {
        add(
            Kind.WAIVED,
            named + " covers " + versions + ", so it was made since, or another policy"
                + " blocks too; metadata may be cached for a while.");
      } else {
        add(Kind.WAIVER_FOR_OTHER_VERSIONS, named + " covers " + versions + " and not this one.");
      }
    }
  }

  private void labelWaivers() {
    if (!policy.labelWaivers().isEmpty()) {
      String labels = policy.labelWaivers().stream()
          .map(LabelWaiver::label)
          .flatMap(Optional::stream)
          .collect(Collectors.joining(", "));
      add(
          Kind.WAIVER_FOR_LABELS,
          "It waives packages with the labels " + labels
              + "; whether this one has them only the catalog knows.");
    }
  }

  private void requests() {
    Optional<WaiverRequestConfig> config = policy.waiverRequestConfig();
    if (config.filter(WaiverRequestConfig.FORBIDDEN::equals).isPresent()) {
      add(Kind.WAIVER_REQUESTS_FORBIDDEN, "It takes no waiver requests.");
    } else if (config.filter(WaiverRequestConfig.AUTO_APPROVED::equals).isPresent()) {
      add(Kind.WAIVER_REQUESTS_AUTO_APPROVED, "It approves every waiver request at once.");
    } else if (!policy.decisionOwners().isEmpty()) {
      add(
          Kind.WAIVER_REQUESTS_DECIDED_BY_OWNERS,
          "Waiver requests are decided by " + String.join(", ", policy.decisionOwners()) + ".");
    }
  }
}
