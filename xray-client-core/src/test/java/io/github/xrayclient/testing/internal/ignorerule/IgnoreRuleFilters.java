package io.github.xrayclient.testing.internal.ignorerule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.QueryReader;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The filters of the listing of ignore rules. A rule matches if its own filters have the requested
 * values, compared exactly. Name, version and path must be those of one component, artifact or
 * build.
 */
public final class IgnoreRuleFilters {
  private final QueryReader query;
  private final List<Predicate<ObjectNode>> filters = new ArrayList<>();

  public IgnoreRuleFilters(QueryReader query) {
    this.query = query;
    addText("vulnerability", "vulnerabilities");
    addText("cve", "cves");
    addText("license", "licenses");
    addText("policy", "policies");
    addText("watch", "watches");
    addText("docker_layer", "docker-layers", "docker_layers");
    addText("git_repository", "git_repositories");
    addExposure("exposures_scanner", "scanners");
    addExposure("exposures_category", "categories");
    addExposure("exposures_file_path", "file_path");
    addExposure("exposures_fingerprint", "fingerprints");
    addObject(Map.of("component_name", "name", "component_version", "version"), "components");
    addObject(
        Map.of(
            "artifact_name", "name",
            "artifact_version", "version",
            "artifact_path", "path",
            "path", "path"),
        "artifacts");
    addObject(Map.of("build_name", "name", "build_version", "version"), "builds");
    addObject(
        Map.of("release_bundle_name", "name", "release_bundle_version", "version"),
        "release-bundles",
        "release_bundles",
        "release_bundles_v2");
    addTime("expires_before", Instant::isBefore);
    addTime("expires_after", Instant::isAfter);
    query
        .text("projectKey")
        .ifPresent(key -> filters.add(rule -> Trees.text(rule, "project_key").equals(key)));
  }

  public Predicate<ObjectNode> all() {
    return filters.stream().reduce(rule -> true, Predicate::and);
  }

  private void addText(String parameter, String... lists) {
    query.text(parameter).ifPresent(value -> addAny(e -> Trees.text(e).equals(value), lists));
  }

  private void addExposure(String parameter, String list) {
    query
        .text(parameter)
        .ifPresent(value -> filters.add(rule -> StreamSupport.stream(
                rule.at("/ignore_filters/exposures").path(list).spliterator(), false)
            .anyMatch(element -> Trees.text(element).equals(value))));
  }

  private void addObject(Map<String, String> members, String... lists) {
    Map<String, String> wanted = new HashMap<>();
    new TreeMap<>(members)
        .forEach((parameter, member) ->
            query.text(parameter).ifPresent(value -> wanted.put(member, value)));
    if (!wanted.isEmpty()) {
      addAny(element -> fits(wanted, element), lists);
    }
  }

  /** A rule that never expires matches neither a time before nor a time after. */
  private void addTime(String parameter, BiPredicate<Instant, Instant> fits) {
    query.text(parameter).ifPresent(text -> {
      Instant bound = Timestamps.parse(text)
          .orElseThrow(() -> Refusal.error(400, parameter + " must be a time, but was " + text));
      filters.add(rule -> Timestamps.parse(Trees.text(rule, "expires_at"))
          .filter(end -> fits.test(end, bound))
          .isPresent());
    });
  }

  private void addAny(Predicate<JsonNode> element, String... lists) {
    filters.add(
        rule -> Arrays.stream(lists).flatMap(list -> elements(rule, list)).anyMatch(element));
  }

  private static boolean fits(Map<String, String> wanted, JsonNode element) {
    return wanted.entrySet().stream()
        .allMatch(member -> Trees.text(element, member.getKey()).equals(member.getValue()));
  }

  private static Stream<JsonNode> elements(ObjectNode rule, String list) {
    return StreamSupport.stream(rule.path("ignore_filters").path(list).spliterator(), false);
  }
}
