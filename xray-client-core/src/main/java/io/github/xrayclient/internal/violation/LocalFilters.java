package io.github.xrayclient.internal.violation;

import io.github.xrayclient.value.ComponentId;
import io.github.xrayclient.violation.MatchedPolicy;
import io.github.xrayclient.violation.Violation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The filters that servers do not have, so that the library applies them. Immutable. */
final class LocalFilters {
  /** What the filters are about. */
  enum Subject {
    REPOSITORY,
    COMPONENT,
    VERSION,
    PACKAGE_TYPE,
    POLICY,
    RULE
  }

  private final Map<Subject, String> values;
  private final Optional<Predicate<Violation>> predicate;

  private LocalFilters(Map<Subject, String> values, Optional<Predicate<Violation>> predicate) {
    this.values = values;
    this.predicate = predicate;
  }

  static LocalFilters none() {
    return new LocalFilters(Map.of(), Optional.empty());
  }

  /** Returns a copy with this filter, which replaces an earlier one on the same subject. */
  LocalFilters with(Subject subject, String value) {
    Map<Subject, String> more = new LinkedHashMap<>(values);
    more.put(subject, value);
    return new LocalFilters(more, predicate);
  }

  /** Returns a copy that also demands what this predicate accepts. */
  LocalFilters and(Predicate<Violation> other) {
    return new LocalFilters(values, Optional.of(predicate.map(other::and).orElse(other)));
  }

  boolean areNone() {
    return values.isEmpty() && predicate.isEmpty();
  }

  /** Whether the filters need the policies, which servers send only with details. */
  boolean needDetails() {
    return has(Subject.POLICY) || has(Subject.RULE);
  }

  boolean accept(Violation row) {
    boolean byComponent =
        has(Subject.COMPONENT) || has(Subject.VERSION) || has(Subject.PACKAGE_TYPE);
    return (!byComponent || row.components().stream().anyMatch(this::accepts))
        && (!needDetails() || row.matchedPolicies().stream().anyMatch(this::accepts))
        && value(Subject.REPOSITORY).map(key -> ArtifactPath.isIn(key, row)).orElse(true)
        && predicate.map(test -> test.test(row)).orElse(true);
  }

  /** Makes the id that the component would have if it were the one in the filters. */
  private boolean accepts(ComponentId component) {
    String name = value(Subject.COMPONENT)
        .map(asked -> asked.contains("://")
            ? asked
            : component.type().map(type -> type + "://").orElse("") + asked)
        .orElseGet(component::nameWithType);
    String version = value(Subject.VERSION)
        .or(component::version)
        .map(":"::concat)
        .orElseGet(() -> component.wire().substring(component.nameWithType().length()));
    return ComponentId.of(name + version).equals(component)
        && value(Subject.PACKAGE_TYPE)
            .map(type -> component.type().filter(type::equalsIgnoreCase).isPresent())
            .orElse(true);
  }

  private boolean accepts(MatchedPolicy matched) {
    return value(Subject.POLICY)
            .map(name -> matched.policy().equals(Optional.of(name)))
            .orElse(true)
        && value(Subject.RULE)
            .map(name -> matched.rule().equals(Optional.of(name)))
            .orElse(true);
  }

  private boolean has(Subject subject) {
    return values.containsKey(subject);
  }

  private Optional<String> value(Subject subject) {
    return Optional.ofNullable(values.get(subject));
  }
}
