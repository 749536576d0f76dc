package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationScope;
import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.curation.WaiverRequestConfig;
import io.github.xrayclient.curation.value.PolicyAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a curation policy, as it is now, has to do with a package that it refused. */
final class CurationPolicyFindings {
  private final CurationPolicy policy;
  private final RefusedPackage refused;
  private final List<String> sentences = new ArrayList<>();

  private CurationPolicyFindings(CurationPolicy policy, RefusedPackage refused) {
    this.policy = policy;
    this.refused = refused;
  }

  static List<String> of(CurationPolicy policy, RefusedPackage refused) {
    CurationPolicyFindings findings = new CurationPolicyFindings(policy, refused);
    findings
        .change()
        .ifPresent(change -> findings.sentences.add(
            change + ", so it was changed since; metadata may be cached for a while."));
    policy.waivers().forEach(findings::waiver);
    findings.labelWaivers();
    findings.requests();
    if (policy.blockFromCache().orElse(false)) {
      findings.sentences.add("It blocks packages that are cached already, too.");
    }
    return findings.sentences;
  }

  /** Why it would not refuse the package now. */
  private Optional<String> change() {
    if (!policy.enabled().orElse(true)) {
      return Optional.of("It is switched off now");
    }
    if (policy.action().filter(PolicyAction.DRY_RUN::equals).isPresent()) {
      return Optional.of("It is a dry run now");
    }
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
      sentences.add(
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
        sentences.add(named + " covers " + versions + "; the refused version is not known.");
      } else if (holds.get()) {
        sentences.add(named + " covers " + versions + ", so it was made since, or another policy"
            + " blocks too; metadata may be cached for a while.");
      } else {
        sentences.add(named + " covers " + versions + " and not this one.");
      }
    }
  }

  private void labelWaivers() {
    if (!policy.labelWaivers().isEmpty()) {
      String labels = policy.labelWaivers().stream()
          .map(LabelWaiver::label)
          .flatMap(Optional::stream)
          .collect(Collectors.joining(", "));
      sentences.add("It waives packages with the labels " + labels
          + "; whether this one has them only the catalog knows.");
    }
  }

  private void requests() {
    Optional<WaiverRequestConfig> config = policy.waiverRequestConfig();
    if (config.filter(WaiverRequestConfig.FORBIDDEN::equals).isPresent()) {
      sentences.add("It takes no waiver requests.");
    } else if (config.filter(WaiverRequestConfig.AUTO_APPROVED::equals).isPresent()) {
      sentences.add("It approves every waiver request at once.");
    } else if (!policy.decisionOwners().isEmpty()) {
      sentences.add(
          "Waiver requests are decided by " + String.join(", ", policy.decisionOwners()) + ".");
    }
  }
}
