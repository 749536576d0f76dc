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

  private final JsonNode given;
  private final List<Predicate<ObjectNode>> filters = new ArrayList<>();

  public ViolationFilters(JsonNode given) {
    this.given = given;
    add("watch_name", (violation, name) -> Trees.text(violation, "watch_name").equals(name));
    add("violation_type", (violation, type) -> Trees.text(violation, "type").equals(type));
    add("issue_id", (violation, id) -> Trees.text(violation, "issue_id").equals(id));
    add("cve_id", (violation, cve) -> StoredViolation.cves(violation).contains(cve));
    add("name_contains", ViolationFilters::isDescribedWith);
    addSeverity();
    addTime("created_from", (created, from) -> !created.isBefore(from));
    addTime("created_until", (created, until) -> !created.isAfter(until));
    addResources();
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
    filters.add(violation -> rank(violation) >= rank);
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

  private void addResources() {
    ResourceFilter resources = new ResourceFilter(given.path("resources"));
    if (!resources.isEmpty()) {
      filters.add(resources::accepts);
    }
  }

  private static boolean isDescribedWith(ObjectNode violation, String part) {
    return Trees.text(violation, "description")
        .toLowerCase(Locale.ROOT)
        .contains(part.toLowerCase(Locale.ROOT));
  }

  /** How severe a violation is; 0 for the lowest severity, and for one that is not known. */
  static int rank(ObjectNode violation) {
    return Math.max(rank(Trees.text(violation, "severity")), 0);
  }

  private static int rank(String severity) {
    return SEVERITIES.indexOf(severity.toLowerCase(Locale.ROOT));
  }
}
