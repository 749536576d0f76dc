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
 * Computes fingerprints of JSON nodes: two nodes that mean the same to a server have the same
 * fingerprint. Each node is read once, and its fingerprint is remembered, so the time is
 * proportional to the size of the trees. Not thread-safe.
 *
 * @param <M> the type of the fingerprints, such as short numbers, or hashes that can be stored
 */
public final class ContentFingerprints<M extends Comparable<M>> {
  private static final WireField ROOT = WireField.field("");

  private final Function<String, M> fingerprintOf;
  private final boolean countsDefaults;
  private final IdentityHashMap<JsonNode, M> known = new IdentityHashMap<>();

  /**
   * Creates fingerprints of a type.
   *
   * @param fingerprintOf returns equal fingerprints for equal texts, and different ones for
   *     different texts
   */
  public ContentFingerprints(Function<String, M> fingerprintOf) {
    this(fingerprintOf, false);
  }

  private ContentFingerprints(Function<String, M> fingerprintOf, boolean countsDefaults) {
    this.fingerprintOf = fingerprintOf;
    this.countsDefaults = countsDefaults;
  }

  /** Creates fingerprints that are numbers, which can only be compared within one instance. */
  public static ContentFingerprints<Integer> numbers() {
    return numbers(false);
  }

  /** Creates numbers for which a value such as false differs from an absent field. */
  static ContentFingerprints<Integer> numbersOfPresentValues() {
    return numbers(true);
  }

  private static ContentFingerprints<Integer> numbers(boolean countsDefaults) {
    Map<String, Integer> numbers = new HashMap<>();
    return new ContentFingerprints<>(
        text -> numbers.computeIfAbsent(text, absent -> numbers.size() + 1), countsDefaults);
  }

  /** Returns the fingerprint of an object; null if it means the same as an absent object. */
  public @Nullable M of(WireFields fields, JsonNode object) {
    return of(fields, ROOT, object);
  }

  /**
   * Returns the fingerprint of a node; null if it means the same as an absent field.
   *
   * @param fields the table of the fields inside the node
   * @param field the field that has the node as its value or as an element of its list
   */
  @Nullable
  M of(WireFields fields, WireField field, JsonNode node) {
    if (!node.isContainerNode()) {
      JsonNode value = countsDefaults ? field.presentForm(node) : field.normal(node);
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
    Map<String, M> present = new TreeMap<>();
    boolean hasContent = false;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      WireField field = fields.get(node, name);
      M fingerprint =
          field.isIgnoredIn(node) ? null : of(field.inside(fields), field, member.getValue());
      if (fingerprint != null) {
        present.put(name, fingerprint);
        hasContent |= !field.isKey();
      }
    }
    if (!hasContent) {
      return null;
    }
    StringBuilder text = new StringBuilder("o");
    present.forEach((name, fingerprint) ->
        text.append(name.length()).append(':').append(name).append(fingerprint).append(','));
    return fingerprintOf.apply(text.toString());
  }

  private @Nullable M list(WireFields fields, WireField field, JsonNode list) {
    List<M> present = new ArrayList<>(list.size());
    for (JsonNode entry : list) {
      if (isEntry(fields, entry)) {
        present.add(ofEntry(fields, field, entry));
      }
    }
    if (present.isEmpty()) {
      return null;
    }
    if (!field.isOrdered()) {
      Collections.sort(present);
    }
    return fingerprintOf.apply("l" + (field.isSet() ? new TreeSet<>(present) : present));
  }

  /** Whether an element of a list counts as an entry. */
  boolean isEntry(WireFields fields, JsonNode entry) {
    return !fields.hasKey() || of(fields, entry) != null;
  }

  /** Returns the fingerprint of an object in a list, which may be empty. */
  public M ofEntry(WireFields fields, JsonNode object) {
    return ofEntry(fields, ROOT, object);
  }

  /** Returns the fingerprint of an entry of a list, which may mean nothing. */
  M ofEntry(WireFields fields, WireField field, JsonNode entry) {
    M fingerprint = of(fields, field, entry);
    return fingerprint == null ? fingerprintOf.apply("nothing") : fingerprint;
  }
}
