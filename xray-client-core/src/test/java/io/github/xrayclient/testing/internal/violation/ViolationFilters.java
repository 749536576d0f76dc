package io.github.xrayclient.testing.internal.violation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The filters of the search for violations. A violation must match all filters that are given. */
public final class ViolationFilters {
  /** The severities, the lowest first. */
  private static final List<String> SEVERITIES =
      List.of("unknown", "information", "low", "medium", "high", "critical");

  private static final List<String> NAMES =
      List.of("infected_components", "impacted_artifacts", "impact_artifacts");

  private final JsonNode given;
  private final List<Predicate<ObjectNode>> filters = new ArrayList<>();

  public ViolationFilters(JsonNode given) {
    this.given = given;
    add("watch_name", (violation, name) -> Trees.text(violation, "watch_name").equals(name));
    add("violation_type", (violation, type) -> Trees.text(violation, "type").equals(type));
    add("issue_id", (violation, id) -> Trees.text(violation, "issue_id").equals(id));
    add(
        "cve_id",
        (violation, cve) -> violation.path("properties").findValuesAsText("cve").contains(cve));
    add("name_contains", ViolationFilters::hasNameWith);
    addSeverity();
    addTime("created_from", (created, from) -> !created.isBefore(from));
    addTime("created_until", (created, until) -> !created.isAfter(until));
    addArtifacts();
  }

  public Predicate<ObjectNode> all() {
    return filters.stream().reduce(violation -> true, Predicate::and);
  }

  private void add(String member, BiPredicate<ObjectNode, String> fits) {
    String value = Trees.text(given, member);
    if (!value.isEmpty()) {
      filters.add(violation -> fits.test(violation, value));
    }
  }

  private void addSeverity() {
    String least = Trees.text(given, "min_severity");
    if (least.isEmpty()) {
      return;
    }
    int rank = rank(least);
    if (rank < 0) {
      throw Refusal.error(
          400,
          "min_severity must be one of " + String.join(", ", SEVERITIES) + ", but was " + least);
    }
    filters.add(violation -> Math.max(rank(Trees.text(violation, "severity")), 0) >= rank);
  }

  private void addTime(String member, BiPredicate<Instant, Instant> fits) {
    String text = Trees.text(given, member);
    if (text.isEmpty()) {
      return;
    }
    Instant bound = Timestamps.parse(text)
        .orElseThrow(() -> Refusal.error(400, member + " must be a time, but was " + text));
    filters.add(violation -> Timestamps.parse(Trees.text(violation, "created"))
        .filter(created -> fits.test(created, bound))
        .isPresent());
  }

  /**
   * Filters by artifacts. Stored violations do not have builds, release bundles or Git
   * repositories, so a search for these is refused.
   */
  private void addArtifacts() {
    given.path("resources").properties().forEach(resource -> {
      if (!resource.getKey().equals("artifacts") && !Trees.isEmpty(resource.getValue())) {
        throw Refusal.error(
            501, "FakeXray cannot search by " + resource.getKey() + ", only by artifacts");
      }
    });
    JsonNode artifacts = given.path("resources").path("artifacts");
    if (!Trees.isEmpty(artifacts)) {
      List<String> ends = new ArrayList<>();
      for (JsonNode artifact : artifacts) {
        ends.add("/" + Trees.text(artifact, "repo") + "/" + Trees.text(artifact, "path"));
      }
      filters.add(violation -> ends.stream().anyMatch(end -> isAt(end, violation)));
    }
  }

  /**
   * Whether the violation has an artifact whose path, such as {@code default/repo/path}, ends like
   * this. Servers use two names for the list of artifacts.
   */
  private static boolean isAt(String end, ObjectNode violation) {
    return texts(violation, List.of("impacted_artifacts", "impact_artifacts")).stream()
        .anyMatch(artifact -> artifact.endsWith(end));
  }

  private static boolean hasNameWith(ObjectNode violation, String part) {
    String lower = part.toLowerCase(Locale.ROOT);
    return texts(violation, NAMES).stream()
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(lower));
  }

  private static List<String> texts(ObjectNode violation, List<String> lists) {
    List<String> texts = new ArrayList<>();
    for (String list : lists) {
      violation.path(list).forEach(element -> texts.add(Trees.text(element)));
    }
    return texts;
  }

  private static int rank(String severity) {
    return SEVERITIES.indexOf(severity.toLowerCase(Locale.ROOT));
  }
}
