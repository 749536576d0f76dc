package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationFinding.Kind;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares a curation policy, as it is now, with a package that it refused. */
final class CurationPolicyFindings {
  private final CurationPolicy policy;
  private final RefusedPackage refused;
  private final String named;
  private final List<CurationFinding> found = new ArrayList<>();

  private CurationPolicyFindings(CurationPolicy policy, RefusedPackage refused) {
    this.policy = policy;
    this.refused = refused;
    this.named = "Curation policy " + QuotedNames.of(policy.name());
  }

  static List<CurationFinding> of(CurationPolicy policy, RefusedPackage refused) {
    CurationPolicyFindings findings = new CurationPolicyFindings(policy, refused);
    findings.changes();
    findings.groups();
    policy.waivers().forEach(findings::waiver);
    findings.labelWaivers();
    findings.requests();
    if (policy.blockFromCache().orElse(false)) {
      findings.add(
          Kind.POLICY_BLOCKS_FROM_CACHE,
          findings.named + " also blocks packages that are already cached.");
    }
    return findings.found;
  }

  private void add(Kind kind, String sentence) {
    found.add(CurationFinding.of(kind, sentence));
  }

  /** Adds why the policy would not refuse the package now. */
  private void changes() {
    if (!policy.enabled().orElse(true)) {
      addChange(Kind.POLICY_DISABLED, "is now disabled");
    } else if (policy.action().filter(PolicyAction.DRY_RUN::equals).isPresent()) {
      addChange(Kind.POLICY_DRY_RUN, "is now a dry run");
    } else {
      exclusion().ifPresent(change -> addChange(Kind.POLICY_OUT_OF_SCOPE, change));
    }
  }

  private void addChange(Kind kind, String change) {
    add(
        kind,
        named + " " + change
            + ", so it was changed after the refusal. Cached metadata may still be used for a"
            + " while.");
  }

  /**
   * Why the policy does not apply to the package now. Policies list curated remote repositories, so
   * nothing is concluded from the key of a virtual one; and if several may have refused the package,
   * the policy must apply to none of them.
   */
  private Optional<String> exclusion() {
    Optional<CurationScope> scope = policy.scope();
    List<String> curated = refused.curatedRepositories();
    if (scope.filter(CurationScope.ALL_REPOSITORIES::equals).isPresent()) {
      return !curated.isEmpty() && policy.excludedRepositories().containsAll(curated)
          ? Optional.of("now excludes " + repositories(curated))
          : Optional.empty();
    }
    if (scope.filter(CurationScope.SPECIFIC_REPOSITORIES::equals).isPresent()) {
      return !curated.isEmpty() && Collections.disjoint(policy.includedRepositories(), curated)
          ? Optional.of("does not include " + repositories(curated) + " now")
          : Optional.empty();
    }
    if (scope.filter(CurationScope.PACKAGE_TYPES::equals).isPresent()) {
      return refused
          .type()
          .filter(type -> !policy.includedPackageTypes().contains(type))
          .map(type -> "does not include the package type " + type + " now");
    }
    return Optional.empty();
  }

  private static String repositories(List<String> keys) {
    return (keys.size() == 1 ? "repository " : "repositories ") + QuotedNames.of(keys);
  }

  /** Adds that the policy depends on the groups of the user. Empty names of groups do not count. */
  private void groups() {
    List<String> included = named(policy.includedGroups());
    List<String> excluded = named(policy.excludedGroups());
    boolean isOfGroups =
        policy.scope().filter(CurationScope.SPECIFIC_GROUPS::equals).isPresent();
    if (!isOfGroups && included.isEmpty() && excluded.isEmpty()) {
      return;
    }
    List<String> parts = new ArrayList<>();
    if (!included.isEmpty()) {
      parts.add("users of the groups " + QuotedNames.of(included));
    }
    if (!excluded.isEmpty()) {
      parts.add("users who are not in the groups " + QuotedNames.of(excluded));
    }
    add(
        Kind.POLICY_DEPENDS_ON_GROUPS,
        named + " applies only to "
            + (parts.isEmpty() ? "users of certain groups" : String.join(" and only to ", parts))
            + ", so it may block the package for one user and not for another. To which groups the"
            + " user belongs was not checked.");
  }

  private static List<String> named(List<String> groups) {
    return groups.stream().filter(group -> !group.isBlank()).collect(Collectors.toList());
  }

  private void waiver(PackageWaiver waiver) {
    String subject = "Package waiver " + waiver.id()
        + NonBlank.text(waiver.createdBy())
            .map(author -> " (created by " + QuotedNames.of(author) + ")")
            .orElse("")
        + " of curation policy " + QuotedNames.of(policy.name());
    if (refused.isNear(waiver)) {
      add(
          Kind.WAIVER_FOR_SIMILAR_PACKAGE,
          subject + " is for the "
              + NonBlank.word(waiver.packageType()).map(type -> type + " ").orElse("") + "package "
              + QuotedNames.of(waiver.packageName().orElse(""))
              + (waiver.packageName().filter(refused.name()::equals).isPresent()
                  ? ", which is another package."
                  : ", whose name differs in upper and lower case."));
    } else if (refused.isOf(waiver)) {
      Optional<Boolean> holds = refused.isWaivedBy(waiver);
      String versions = waiver.allVersions().orElse(false)
          ? "all versions"
          : "the versions " + String.join(", ", NonBlank.texts(waiver.packageVersions()));
      if (holds.isEmpty()) {
        add(
            Kind.WAIVER_FOR_UNKNOWN_VERSION,
            subject + " covers " + versions + ", but the refused version is not known.");
      } else if (holds.get()) {
        add(
            Kind.WAIVED,
            subject + " covers " + versions
                + ", so it was created after the refusal, or another policy blocks the package,"
                + " too. Cached metadata may still be used for a while.");
      } else {
        add(
            Kind.WAIVER_FOR_OTHER_VERSIONS,
            subject + " covers only " + versions + ", not the refused version.");
      }
    }
  }

  private void labelWaivers() {
    if (!policy.labelWaivers().isEmpty()) {
      String labels = policy.labelWaivers().stream()
          .map(LabelWaiver::label)
          .flatMap(label -> NonBlank.text(label).stream())
          .map(QuotedNames::of)
          .collect(Collectors.joining(", "));
      add(
          Kind.WAIVER_FOR_LABELS,
          named + " exempts packages that have "
              + (labels.isEmpty() ? "certain labels" : "one of these labels")
              + " in the catalog" + (labels.isEmpty() ? "" : ": " + labels)
              + ". Whether the refused package has one was not checked.");
    }
  }

  private void requests() {
    Optional<WaiverRequestConfig> config = policy.waiverRequestConfig();
    List<String> owners = NonBlank.texts(policy.decisionOwners());
    if (config.filter(WaiverRequestConfig.FORBIDDEN::equals).isPresent()) {
      add(Kind.WAIVER_REQUESTS_FORBIDDEN, named + " does not accept waiver requests.");
    } else if (config.filter(WaiverRequestConfig.AUTO_APPROVED::equals).isPresent()) {
      add(
          Kind.WAIVER_REQUESTS_AUTO_APPROVED,
          named + " approves every waiver request automatically.");
    } else if (!owners.isEmpty()) {
      add(
          Kind.WAIVER_REQUESTS_DECIDED_BY_OWNERS,
          "Waiver requests for curation policy " + QuotedNames.of(policy.name())
              + " are decided by " + QuotedNames.of(owners) + ".");
    }
  }
}
