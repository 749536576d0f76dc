package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Tells whether two spellings certainly are those of one package or version in the catalog. Only
 * the documented rules of a type are applied; the names and versions of other types, such as npm,
 * are compared exactly. {@link PackageNames} is more generous.
 */
public final class CatalogSpelling {
  /** The rules for names: NuGet and PyPI ignore case, and PyPI has one separator for all. */
  private static final Map<String, UnaryOperator<String>> NAMES = Map.of(
      "nuget", name -> PackageNames.normalized("nuget", name),
      "pypi", name -> PackageNames.normalized("pypi", name),
      "go", PackageNames::unescapedGo);

  /** The rules for versions: {@code 1.0} is {@code 1.0.0} of NuGet, {@code v1.0.0} is 1.0.0 of Go. */
  private static final Map<String, UnaryOperator<String>> VERSIONS = Map.of(
      "nuget", version -> PackageNames.normalizedVersion("nuget", version),
      "go", version -> PackageNames.unescapedGo(version).replaceFirst("^v(?=[0-9])", ""));

  private CatalogSpelling() {}

  /**
   * Whether two names certainly are those of one package.
   *
   * @param type in any spelling; an empty text if it is not known
   */
  public static boolean isCertainlyOneName(String type, String one, String other) {
    UnaryOperator<String> rule = rule(NAMES, type);
    return rule.apply(one).equals(rule.apply(other));
  }

  /**
   * Whether two texts certainly are one version.
   *
   * @param type in any spelling; an empty text if it is not known
   */
  public static boolean isCertainlyOneVersion(String type, String one, String other) {
    UnaryOperator<String> rule = rule(VERSIONS, type);
    return rule.apply(one).equals(rule.apply(other));
  }

  /** Whether a name or a version of the type can be written in several ways. */
  public static boolean hasSeveral(String type) {
    return NAMES.containsKey(key(type)) || VERSIONS.containsKey(key(type));
  }

  private static UnaryOperator<String> rule(Map<String, UnaryOperator<String>> rules, String type) {
    return rules.getOrDefault(key(type), UnaryOperator.identity());
  }

  private static String key(String type) {
    String folded = type.toLowerCase(Locale.ROOT);
    return folded.equals("golang") ? "go" : folded;
  }
}
