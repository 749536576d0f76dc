package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives fingerprints to the contents of nodes: nodes that mean the same to a server have the same fingerprint. Each
 * node is read once, however often its fingerprint is asked for, so that the time is proportional to the size
 * of the trees, whatever their shape. Not thread-safe.
 *
 * @param <M> the type of the fingerprints, such as numbers, which are short, or hashes, which last
 */
public final class ContentFingerprints<M extends Comparable<M>> {
  private static final WireField ROOT = WireField.field("");

  private final Function<String, M> fingerprintOf;
  private final boolean countsDefaults;
  private final IdentityHashMap<JsonNode, M> known = new IdentityHashMap<>();

  /**
   * Marks of this kind.
   *
   * @param fingerprintOf gives the same fingerprint for the same text, and another one for another text
   */
  public ContentFingerprints(Function<String, M> fingerprintOf) {
    this(fingerprintOf, false);
  }

  private ContentFingerprints(Function<String, M> fingerprintOf, boolean countsDefaults) {
    this.fingerprintOf = fingerprintOf;
    this.countsDefaults = countsDefaults;
  }

  /** Marks that are numbers, which no other instance gives in the same way. */
  public static ContentFingerprints<Integer> numbers() {
    return numbers(false);
  }

  /** Such fingerprints by which a value that is said, such as false, is not the same as an absent field. */
  static ContentFingerprints<Integer> numbersOfPresentValues() {
    return numbers(true);
  }

  private static ContentFingerprints<Integer> numbers(boolean countsDefaults) {
    Map<String, Integer> numbers = new HashMap<>();
    return new ContentFingerprints<>(
        text -> numbers.computeIfAbsent(text, absent -> numbers.size() + 1), countsDefaults);
  }

  /** The fingerprint of an object with fields of this table; null if it says nothing. */
  public @Nullable M of(WireFields fields, JsonNode object) {
    return of(fields, ROOT, object);
  }

  /**
   * The fingerprint of a node; null if it means the same as an absent field.
   *
   * @param fields the table of the fields inside the node
   * @param field what is known of the field whose value the node is, or in whose list it stands
   */
  @Nullable
  M of(WireFields fields, WireField field, JsonNode node) {
    if (!node.isContainerNode()) {
      JsonNode value = countsDefaults ? field.said(node) : field.normal(node);
      return value.isMissingNode()
          ? null
          : fingerprintOf.apply(value.getNodeType() + value.asText());
    }
    if (known.containsKey(node)) {
      return known.get(node);
    }
    M fingerprint = node.isObject() ? object(fields, node) : list(fields, field, node);
    known.put(node, fingerprint);
    return fingerprint;
  }

  private @Nullable M object(WireFields fields, JsonNode node) {
    Map<String, M> said = new TreeMap<>();
    boolean hasContent = false;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      WireField field = fields.get(node, name);
      M fingerprint =
          field.isIgnoredIn(node) ? null : of(field.inside(fields), field, member.getValue());
      if (fingerprint != null) {
        said.put(name, fingerprint);
        hasContent |= !field.isKey();
      }
    }
    if (!hasContent) {
      return null;
    }
    StringBuilder text = new StringBuilder("o");
    said.forEach((name, fingerprint) ->
        text.append(name.length()).append(':').append(name).append(fingerprint).append(','));
    return fingerprintOf.apply(text.toString());
  }

  private @Nullable M list(WireFields fields, WireField field, JsonNode list) {
    List<M> said = new ArrayList<>(list.size());
    for (JsonNode entry : list) {
      if (isEntry(fields, entry)) {
        said.add(ofEntry(fields, field, entry));
      }
    }
    if (said.isEmpty()) {
      return null;
    }
    if (!field.isOrdered()) {
      Collections.sort(said);
    }
    return fingerprintOf.apply("l" + (field.isSet() ? new TreeSet<>(said) : said));
  }

  /** Whether an element of a list counts as an entry. */
  boolean isEntry(WireFields fields, JsonNode entry) {
    return !fields.hasKey() || of(fields, entry) != null;
  }

  /** The fingerprint of an object that is an entry of a list and may say nothing. */
  public M ofEntry(WireFields fields, JsonNode object) {
    return ofEntry(fields, ROOT, object);
  }

  /** The fingerprint of an entry of a list, which may mean nothing. */
  M ofEntry(WireFields fields, WireField field, JsonNode entry) {
    M fingerprint = of(fields, field, entry);
    return fingerprint == null ? fingerprintOf.apply("nothing") : fingerprint;
  }
}
