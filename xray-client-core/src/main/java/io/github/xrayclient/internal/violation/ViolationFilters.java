package io.github.xrayclient.internal.violation;

import io.github.xrayclient.violation.Violation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What is searched: the filters that are sent, and those that the library applies. Immutable. */
final class ViolationFilters {
  private final Map<String, Object> sent;
  private final Map<String, Predicate<Violation>> checks;
  private final SearchedResources resources;
  private final LocalFilters local;

  private ViolationFilters(
      Map<String, Object> sent,
      Map<String, Predicate<Violation>> checks,
      SearchedResources resources,
      LocalFilters local) {
    this.sent = sent;
    this.checks = checks;
    this.resources = resources;
    this.local = local;
  }

  static ViolationFilters none() {
    return new ViolationFilters(Map.of(), Map.of(), SearchedResources.none(), LocalFilters.none());
  }

  /** Returns a copy with a filter that cannot be checked by the rows of the answer. */
  ViolationFilters with(String name, Object value) {
    return with(name, value, row -> true);
  }

  /**
   * Returns a copy with a filter, which replaces an earlier one of the same name.
   *
   * @param check whether a row of the answer matches the filter
   */
  ViolationFilters with(String name, Object value, Predicate<Violation> check) {
    return new ViolationFilters(
        with(sent, name, value), with(checks, name, check), resources, local);
  }

  ViolationFilters with(SearchedResources others) {
    return new ViolationFilters(sent, checks, others, local);
  }

  ViolationFilters with(LocalFilters others) {
    return new ViolationFilters(sent, checks, resources, others);
  }

  SearchedResources resources() {
    return resources;
  }

  LocalFilters local() {
    return local;
  }

  /** The filters in the form of the request. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>(sent);
    if (local.needDetails()) {
      body.put("include_details", true);
    }
    if (!resources.byKind().isEmpty()) {
      body.put("resources", resources.byKind());
    }
    return body;
  }

  /** Whether a row of the answer matches all filters, as far as it shows. */
  boolean accept(Violation row) {
    return checks.values().stream().allMatch(check -> check.test(row))
        && resources.mayInclude(row)
        && local.accept(row);
  }

  private static <V> Map<String, V> with(Map<String, V> map, String name, V value) {
    Map<String, V> changed = new LinkedHashMap<>(map);
    changed.put(name, value);
    return changed;
  }
}
