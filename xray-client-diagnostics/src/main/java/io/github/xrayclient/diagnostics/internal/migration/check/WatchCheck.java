package io.github.xrayclient.diagnostics.internal.migration.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.watch.WatchFilterType;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the resources of a watch and their filters. */
final class WatchCheck {
  private static final Set<WatchFilterType> TEXTS = Set.of(
      WatchFilterType.REGEX,
      WatchFilterType.PATH_REGEX,
      WatchFilterType.PACKAGE_TYPE,
      WatchFilterType.MIME_TYPE);
  private static final Set<WatchFilterType> PATTERNS =
      Set.of(WatchFilterType.PATH_ANT_PATTERNS, WatchFilterType.ANT_PATTERNS);
  private static final List<String> LISTS = List.of("ExcludePatterns", "IncludePatterns");

  private final Findings findings;

  private WatchCheck(Findings findings) {
    this.findings = findings;
  }

  static void check(JsonNode watch, Findings findings) {
    WatchCheck check = new WatchCheck(findings);
    JsonNode resources = watch.path("project_resources").path("resources");
    for (int i = 0; i < resources.size(); i++) {
      String at = ElementName.of("project_resources.resources", resources, i);
      check.name(at, resources.path(i));
      check.filters(at + ".filters", resources.path(i).path("filters"));
    }
    check.filters(
        "project_resources.global_filters", watch.path("project_resources").path("global_filters"));
  }

  /** Each known type of resources but those whose names begin with "all-" needs a name. */
  private void name(String at, JsonNode resource) {
    String type = resource.path("type").asText();
    boolean isKnown = KnownWords.of(WatchResource.class, "type", WatchResourceType.class)
        .filter(words -> words.contains(type))
        .isPresent();
    if (isKnown && !type.startsWith("all-") && resource.path("name").asText().isBlank()) {
      findings.missing(at + ".name", "name the " + type, List.of());
    }
  }

  private void filters(String at, JsonNode filters) {
    for (int i = 0; i < filters.size(); i++) {
      JsonNode filter = filters.path(i);
      String path = ElementName.of(at, filters, i) + ".value";
      WatchFilterType type = WatchFilterType.of(filter.path("type").asText());
      expected(type, filter.path("value")).ifPresent(words -> findings.wrongType(path, words));
      if (PATTERNS.contains(type)) {
        patterns(path, filter.path("value"));
      }
    }
  }

  /** The type that the value of a filter must have; empty if it has it, or if nobody knows. */
  private static Optional<String> expected(WatchFilterType type, JsonNode value) {
    if (TEXTS.contains(type)) {
      return value.isTextual() ? Optional.empty() : Optional.of("a text");
    }
    if (type.equals(WatchFilterType.PROPERTY)) {
      return value.path("key").isTextual() && value.path("value").isTextual()
          ? Optional.empty()
          : Optional.of("an object with the texts key and value");
    }
    return PATTERNS.contains(type) && !value.isObject()
        ? Optional.of("an object with the lists " + String.join(" and ", LISTS))
        : Optional.empty();
  }

  private void patterns(String at, JsonNode patterns) {
    for (Map.Entry<String, JsonNode> field : patterns.properties()) {
      if (!LISTS.contains(field.getKey())) {
        SimilarName.of(field.getKey(), LISTS)
            .filter(list -> !patterns.has(list))
            .ifPresent(list -> findings.misspelled(at, field.getKey(), list));
      } else if (!field.getValue().isArray() && !field.getValue().isNull()) {
        findings.wrongType(at + "." + field.getKey(), "a list of texts");
      }
    }
  }
}
