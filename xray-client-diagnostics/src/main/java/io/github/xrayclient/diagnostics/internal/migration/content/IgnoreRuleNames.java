package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives names to ignore rules, which have none on servers. A name consists of the notes of the rule
 * and a hash of its notes and filters. Rules with equal notes and filters are numbered, and the one
 * that expires last comes first.
 */
public final class IgnoreRuleNames {
  private static final int HASH_DIGITS = 32;
  private static final int SLUG_LENGTH = 40;
  private static final Comparator<StoredObject> LONGEST_FIRST = Comparator.comparing(
          (StoredObject rule) -> rule.content().path("expires_at").asText("~"))
      .reversed()
      .thenComparing(StoredObject::id);

  private final Map<ObjectKey, List<StoredObject>> rules = new TreeMap<>();

  /** Adds a rule. The name in its key is ignored. */
  public void add(StoredObject rule) {
    ObjectKey key = ObjectKinds.key(
        ObjectKind.IGNORE_RULES, name(rule.content()), rule.key().projectKey().orElse(""));
    rules.computeIfAbsent(key, absent -> new ArrayList<>()).add(rule.withKey(key));
  }

  /** All rules, each with a unique name. */
  public List<StoredObject> named() {
    List<StoredObject> named = new ArrayList<>();
    rules.forEach((key, alike) -> {
      alike.sort(LONGEST_FIRST);
      for (int i = 0; i < alike.size(); i++) {
        String name = key.name() + (i == 0 ? "" : "-" + (i + 1));
        StoredObject rule = alike.get(i);
        ObjectKey own = ObjectKinds.key(key.kind(), name, key.projectKey().orElse(""));
        named.add(rule.withKey(own));
      }
    });
    return named;
  }

  /** A name that is equal for rules with equal notes and filters. */
  public static String name(ObjectNode content) {
    ObjectNode identity = content.objectNode();
    identity.<ObjectNode>setAll(content).retain("notes", "ignore_filters");
    String hash = CanonicalJson.hash(Comparison.fingerprint(ObjectKind.IGNORE_RULES, identity));
    String slug = AsciiText.of(content.path("notes").asText())
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-+", "");
    String start = slug.substring(0, Math.min(SLUG_LENGTH, slug.length())).replaceAll("-+$", "");
    return (start.isEmpty() ? "rule" : start) + "-" + hash.substring(0, HASH_DIGITS);
  }
}
