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
 * Gives marks to the contents of nodes: nodes that mean the same to a server have the same mark. Each
 * node is read once, however often its mark is asked for, so that the time is proportional to the size
 * of the trees, whatever their shape. Not thread-safe.
 *
 * @param <M> the type of the marks, such as numbers, which are short, or hashes, which last
 */
public final class ContentMarks<M extends Comparable<M>> {
  private static final WireField ROOT = WireField.field("");

  private final Function<String, M> markOf;
  private final boolean countsDefaults;
  private final IdentityHashMap<JsonNode, M> known = new IdentityHashMap<>();

  /**
   * Marks of this kind.
   *
   * @param markOf gives the same mark for the same text, and another one for another text
   */
  public ContentMarks(Function<String, M> markOf) {
    this(markOf, false);
  }

  private ContentMarks(Function<String, M> markOf, boolean countsDefaults) {
    this.markOf = markOf;
    this.countsDefaults = countsDefaults;
  }

  /** Marks that are numbers, which no other instance gives in the same way. */
  public static ContentMarks<Integer> numbers() {
    return numbers(false);
  }

  /** Such marks by which a value that is said, such as false, is not the same as an absent field. */
  static ContentMarks<Integer> numbersOfWhatIsSaid() {
    return numbers(true);
  }

  private static ContentMarks<Integer> numbers(boolean countsDefaults) {
    Map<String, Integer> numbers = new HashMap<>();
    return new ContentMarks<>(
        text -> numbers.computeIfAbsent(text, absent -> numbers.size() + 1), countsDefaults);
  }

  /** The mark of an object with fields of this table; null if it says nothing. */
  public @Nullable M of(WireFields fields, JsonNode object) {
    return of(fields, ROOT, object);
  }

  /**
   * The mark of a node; null if it means the same as an absent field.
   *
   * @param fields the table of the fields inside the node
   * @param field what is known of the field whose value the node is, or in whose list it stands
   */
  @Nullable
  M of(WireFields fields, WireField field, JsonNode node) {
    if (!node.isContainerNode()) {
      JsonNode value = countsDefaults ? field.said(node) : field.normal(node);
      return value.isMissingNode() ? null : markOf.apply(value.getNodeType() + value.asText());
    }
    if (known.containsKey(node)) {
      return known.get(node);
    }
    M mark = node.isObject() ? object(fields, node) : list(fields, field, node);
    known.put(node, mark);
    return mark;
  }

  private @Nullable M object(WireFields fields, JsonNode node) {
    Map<String, M> said = new TreeMap<>();
    boolean hasContent = false;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      WireField field = fields.get(node, name);
      M mark = field.isIgnoredIn(node) ? null : of(field.inside(fields), field, member.getValue());
      if (mark != null) {
        said.put(name, mark);
        hasContent |= !field.isKey();
      }
    }
    if (!hasContent) {
      return null;
    }
    StringBuilder text = new StringBuilder("o");
    said.forEach((name, mark) ->
        text.append(name.length()).append(':').append(name).append(mark).append(','));
    return markOf.apply(text.toString());
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
    return markOf.apply("l" + (field.isSet() ? new TreeSet<>(said) : said));
  }

  /** Whether an element of a list counts as an entry. */
  boolean isEntry(WireFields fields, JsonNode entry) {
    return !fields.hasKey() || of(fields, entry) != null;
  }

  /** The mark of an object that is an entry of a list and may say nothing. */
  public M ofEntry(WireFields fields, JsonNode object) {
    return ofEntry(fields, ROOT, object);
  }

  /** The mark of an entry of a list, which may mean nothing. */
  M ofEntry(WireFields fields, WireField field, JsonNode entry) {
    M mark = of(fields, field, entry);
    return mark == null ? markOf.apply("nothing") : mark;
  }
}
