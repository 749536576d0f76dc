package io.github.xrayclient.examples.listing;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyQuery;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.value.NameOrId;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that select curation policies. */
final class CurationPolicyFilters {
  /** The actions of policies. */
  enum Action {
    BLOCK,
    DRY_RUN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin
  NameFilter names;

  @Option(
      names = "--enabled",
      arity = "1",
      paramLabel = "true|false",
      description = "Lists only policies that are enabled (true), or only those that are disabled"
          + " (false).")
  Boolean enabled;

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = "Lists only policies with this action: ${COMPLETION-CANDIDATES}.")
  Action action;

  @Option(
      names = "--condition",
      paramLabel = "NAME|ID",
      description = "Lists only policies that use the condition with this name or ID.")
  NameOrId condition;

  @Option(
      names = "--package-type",
      paramLabel = "TYPE",
      description = "Lists only policies that can apply to packages of this type, such as npm.")
  PackageType packageType;

  @Option(
      names = "--repo",
      paramLabel = "KEY",
      description = "Lists only policies that can apply to downloads from this remote repository,"
          + " by their scope and the type of the repository.")
  String repository;

  /** The policies that match each option that is set. */
  Stream<CurationPolicy> of(XrayClient xray) {
    Curation curation = Curation.of(xray);
    CurationPolicyQuery query = curation.policies().list();
    query = names.exact().map(query::name).orElse(query);
    query = enabled == null ? query : query.enabled(enabled);
    query = action == null ? query : query.action(PolicyAction.of(action.toString()));
    query = condition == null
        ? query
        : query.conditionId(curation.conditions().get(condition).id());
    Stream<CurationPolicy> policies = query.stream().filter(policy -> names.accepts(policy.name()));
    policies =
        packageType == null ? policies : policies.filter(policy -> policy.mayCover(packageType));
    return repository == null ? policies : ofRepository(policies, xray);
  }

  private Stream<CurationPolicy> ofRepository(Stream<CurationPolicy> policies, XrayClient xray) {
    PackageType type = xray.repositories()
        .get(repository)
        .packageType()
        .map(PackageType::of)
        .orElseThrow(() -> new IllegalArgumentException(
            "repository " + repository + " has no package type; use --package-type instead"));
    return policies.filter(policy -> policy.mayCover(repository, type));
  }
}
