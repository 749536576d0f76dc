package io.github.xrayclient.examples.listing;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionQuery;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.RiskType;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that select conditions. */
final class ConditionFilters {
  /** The kinds of risk. */
  enum Risk {
    SECURITY,
    LEGAL,
    OPERATIONAL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin
  NameFilter names;

  @Option(
      names = "--custom",
      arity = "1",
      paramLabel = "true|false",
      description =
          "Lists only conditions that users created (true), or only built-in ones (false).")
  Boolean custom;

  @Option(
      names = "--risk",
      paramLabel = "RISK",
      description =
          "Lists only conditions that test for this kind of risk: ${COMPLETION-CANDIDATES}.")
  Risk risk;

  @Option(
      names = "--package-type",
      paramLabel = "TYPE",
      description =
          "Lists only conditions that can test packages of this type, such as npm or PyPI.")
  PackageType packageType;

  /** The conditions that match each option that is set. */
  Stream<Condition> of(Curation curation) {
    ConditionQuery query = curation.conditions().list();
    query = names.exact().map(query::name).orElse(query);
    query = custom == null ? query : query.custom(custom);
    query = risk == null ? query : query.riskType(RiskType.of(risk.toString()));
    query = packageType == null ? query : query.supportedPackageType(packageType);
    return query.stream().filter(condition -> names.accepts(condition.name().orElse("")));
  }
}
