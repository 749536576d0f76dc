package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.internal.write.DraftProblems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the filters of an ignore rule for what servers are known to refuse. Each message names the
 * field and the remedy.
 */
final class IgnoreFilterChecks {
  private static final String ANY = "any";
  private static final String BUNDLE_V2 = "releaseBundleV2://";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  private static final List<List<String>> EXCLUSIONS = List.of(
      List.of("vulnerabilities", "operational_risk"),
      List.of("cves", "operational_risk"),
      List.of("licenses", "operational_risk"),
      List.of("cves", "exposures"),
      List.of("cves", "sast"),
      List.of("exposures", "sast"));

  /** JFrog's own clients combine these if all of them are {@code any}. */
  private static final List<List<String>> EXCLUSIONS_UNLESS_ANY =
      List.of(List.of("vulnerabilities", "licenses"), List.of("cves", "licenses"));

  /** In the names of these types of components, only a version is separated by a colon. */
  private static final Set<String> WITHOUT_COLON = Set.of(
      "bower",
      "cargo",
      "cocoapods",
      "composer",
      "docker",
      "gem",
      "go",
      "npm",
      "nuget",
      "pypi",
      "rubygems");

  private final DraftProblems problems = new DraftProblems();
  private final IgnoreFilters filters;

  private IgnoreFilterChecks(IgnoreFilters filters) {
    this.filters = filters;
  }

  /**
   * Checks the filters of a rule.
   *
   * @throws IllegalArgumentException if servers are known to refuse them
   */
  static void check(IgnoreFilters filters) {
    IgnoreFilterChecks checks = new IgnoreFilterChecks(filters);
    checks.check();
    checks.problems.refuse();
  }

  private void check() {
    Set<String> objectives = objectives(filters);
    if (objectives.isEmpty() && filters.extras().isEmpty()) { // a newer server may have others
      bad(
          "",
          "no filter says what is ignored",
          "set vulnerabilities, cves, licenses, operational_risk, exposures or sast");
    }
    noBlanks("", Json.MAPPER.valueToTree(filters.toBuilder().extras(Map.of()).build()));
    exclusions(objectives);
    any();
    each("components", filters.components(), this::component);
    each("artifacts", filters.artifacts(), this::artifact);
    each("builds", filters.builds(), this::build);
    each("release-bundles", filters.releaseBundles(), (at, bundle) -> {});
    each("release_bundles_v2", filters.releaseBundlesV2(), this::bundleV2);
    for (String layer : filters.dockerLayers()) {
      if (!layer.isBlank() && !SHA256.matcher(layer).matches()) {
        bad(
            "docker-layers",
            "docker-layers must be 64 hexadecimal digits without \"sha256:\", but has \"" + layer
                + "\"",
            "");
      }
    }
    filters
        .exposures()
        .ifPresent(exposures -> exposures.filePaths().forEach(path -> {
          if (!path.isBlank() && !path.startsWith("/")) {
            bad(
                "exposures.file_path",
                "exposures.file_path must begin with a slash, but has \"" + path + "\"",
                "");
          }
        }));
  }

  /** The names of the filters that are set and say what is ignored. */
  private static Set<String> objectives(IgnoreFilters filters) {
    Set<String> set = new LinkedHashSet<>();
    add("vulnerabilities", !filters.vulnerabilities().isEmpty(), set);
    add("cves", !filters.cves().isEmpty(), set);
    add("licenses", !filters.licenses().isEmpty(), set);
    add("operational_risk", !filters.operationalRisk().isEmpty(), set);
    ExposureFilter noExposure = ExposureFilter.builder().build();
    add("exposures", !filters.exposures().orElse(noExposure).equals(noExposure), set);
    SastFilter noFinding = SastFilter.builder().build();
    add("sast", !filters.sast().orElse(noFinding).equals(noFinding), set);
    return set;
  }

  /** Refuses blank texts in lists. Some servers may take such a text for every value. */
  private void noBlanks(String at, JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      noBlanks(at.isEmpty() ? field.getKey() : at + "." + field.getKey(), field.getValue());
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      String element = at + "[" + i + "]";
      if (node.get(i).isTextual() && node.get(i).asText().isBlank()) {
        bad(element, element + " must not be blank, but was \"" + node.get(i).asText() + "\"", "");
      }
      noBlanks(element, node.get(i));
    }
  }

  private static void add(String name, boolean isSet, Set<String> set) {
    if (isSet) {
      set.add(name);
    }
  }

  private void exclusions(Set<String> objectives) {
    boolean any = Stream.of(filters.vulnerabilities(), filters.cves(), filters.licenses())
        .allMatch(values -> values.isEmpty() || hasAny(values));
    Stream.concat(EXCLUSIONS.stream(), any ? Stream.of() : EXCLUSIONS_UNLESS_ANY.stream())
        .filter(objectives::containsAll)
        .forEach(pair -> bad(
            pair.get(1),
            String.join(" and ", pair) + " exclude each other",
            "make a rule for each"));
  }

  private void any() {
    if (hasAny(filters.vulnerabilities()) && !hasAny(filters.cves())) {
      bad("cves", "vulnerabilities is \"any\", so cves must be \"any\", too", "set both");
    }
    if (!filters.operationalRisk().stream().allMatch(ANY::equalsIgnoreCase)) {
      bad(
          "operational_risk",
          "operational_risk must be \"any\", but was " + filters.operationalRisk(),
          "");
    }
  }

  private static boolean hasAny(List<String> values) {
    return values.stream().anyMatch(ANY::equalsIgnoreCase);
  }

  private void each(
      String field, List<IgnoreTarget> targets, BiConsumer<String, IgnoreTarget> check) {
    for (int i = 0; i < targets.size(); i++) {
      String at = field + "[" + i + "]";
      if (name(targets.get(i)).isBlank()) {
        bad(at + ".name", at + " has no name", "set it");
      } else {
        check.accept(at, targets.get(i));
      }
    }
  }

  private static String name(IgnoreTarget target) {
    return target.name().orElse("");
  }

  private void component(String at, IgnoreTarget component) {
    String name = name(component);
    int type = name.indexOf("://");
    if (name.equalsIgnoreCase(ANY)) {
      return;
    }
    if (type < 1) {
      bad(
          at + ".name",
          at + ".name must begin with the type of the component, such as npm://lodash, but was"
              + " \"" + name + "\"",
          "");
    } else if (hasVersion(name.substring(0, type), name.substring(type + 3))) {
      bad(
          at + ".name",
          at + ".name must not contain the version, but was \"" + name + "\"",
          "set the version as version");
    }
  }

  /** Whether a name without its type ends with a version. Names of system packages contain colons. */
  private static boolean hasVersion(String type, String name) {
    if (type.equals("gav")) {
      return name.indexOf(':') != name.lastIndexOf(':');
    }
    return WITHOUT_COLON.contains(type) && name.lastIndexOf(':') > name.lastIndexOf('/');
  }

  private void artifact(String at, IgnoreTarget artifact) {
    if (name(artifact).contains("*")) {
      bad(
          at + ".name",
          at + ".name must be an exact name, but was \"" + name(artifact) + "\"",
          "servers support no patterns here");
    }
    artifact
        .path()
        .filter(path -> !path.isBlank() && !path.endsWith("/"))
        .ifPresent(path ->
            bad(at + ".path", at + ".path must end with a slash, but was \"" + path + "\"", ""));
  }

  private void build(String at, IgnoreTarget build) {
    if (!filters.projects().isEmpty() && NonBlank.text(build.project()).isEmpty()) {
      bad(
          at + ".project",
          at + " has no project, which it needs in a rule that is limited to projects",
          "set the project of the build");
    }
  }

  private void bundleV2(String at, IgnoreTarget bundle) {
    if (!name(bundle).startsWith(BUNDLE_V2)) {
      bad(
          at + ".name",
          at + ".name must begin with " + BUNDLE_V2 + ", but was \"" + name(bundle) + "\"",
          "");
    }
  }

  private void bad(String field, String problem, String remedy) {
    problems.addUnlessUnchecked(
        field.isEmpty() ? "ignore_filters" : "ignore_filters." + field,
        "ignore_filters: ",
        VisibleText.oneLine(problem),
        remedy);
  }
}
