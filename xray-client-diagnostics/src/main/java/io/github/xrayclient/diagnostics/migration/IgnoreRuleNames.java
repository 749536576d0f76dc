package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names ignore rules by their notes and a hash over notes and filters. Rules that agree in both are
 * numbered, the one that lasts longest first.
 */
final class IgnoreRuleNames {
  private static final int HASH_DIGITS = 32;
  private static final int SLUG_LENGTH = 40;
  private static final Comparator<Held> LONGEST_FIRST = Comparator.comparing(
          (Held rule) -> rule.content().path("expires_at").asText("~"))
      .reversed()
      .thenComparing(Held::id);

  private final Map<ObjectKey, List<Held>> rules = new TreeMap<>();

  /** Adds a rule of a project, or a global one for an empty key. */
  void add(String project, ObjectNode raw, ObjectNode content) {
    ObjectKey key = ObjectKey.of(ObjectKind.IGNORE_RULES, name(content)).inProject(project);
    rules.computeIfAbsent(key, absent -> new ArrayList<>()).add(new Held(key, raw, content));
  }

  /** All rules, each with a name of its own. */
  List<Held> named() {
    List<Held> named = new ArrayList<>();
    rules.forEach((key, alike) -> {
      alike.sort(LONGEST_FIRST);
      for (int i = 0; i < alike.size(); i++) {
        String name = key.name() + (i == 0 ? "" : "-" + (i + 1));
        Held rule = alike.get(i);
        ObjectKey own =
            ObjectKey.of(key.kind(), name).inProject(key.projectKey().orElse(""));
        named.add(new Held(own, rule.raw(), rule.content()));
      }
    });
    return named;
  }

  /** The same for rules of the same notes and filters. */
  static String name(ObjectNode content) {
    ObjectNode identity = content.deepCopy().retain("notes", "ignore_filters");
    String hash =
        Canonical.hash(Comparison.normal(ObjectKind.IGNORE_RULES, identity).toString());
    String slug =
        content.path("notes").asText().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+", "");
    String start = slug.substring(0, Math.min(SLUG_LENGTH, slug.length())).replaceAll("-+$", "");
    return (start.isEmpty() ? "rule" : start) + "-" + hash.substring(0, HASH_DIGITS);
  }
}
