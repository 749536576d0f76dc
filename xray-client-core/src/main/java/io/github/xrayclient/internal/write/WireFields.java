package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the fields of two objects are compared, by wire names. Immutable. */
public final class WireFields {
  private static final WireFields NONE = new WireFields(Set.of(), Set.of(), Set.of(), Set.of());

  /** What tells the elements of a list apart, the first one that an element has. */
  private static final List<String> LABELS = List.of("name", "type");

  private final Set<String> words;
  private final Set<String> numbers;
  private final Set<String> times;
  private final Set<String> sets;

  private WireFields(Set<String> words, Set<String> numbers, Set<String> times, Set<String> sets) {
    this.words = words;
    this.numbers = numbers;
    this.times = times;
    this.sets = sets;
  }

  /** No field is compared in a special way. */
  public static WireFields none() {
    return NONE;
  }

  /**
   * Adds fields whose texts, or whose lists of texts, are compared without case. The value of a
   * filter is looked up by the filter's type.
   */
  public WireFields words(String... names) {
    return new WireFields(with(words, names), numbers, times, sets);
  }

  /** Adds fields that hold numbers, which some servers write as texts. */
  public WireFields numbers(String... names) {
    return new WireFields(words, with(numbers, names), times, sets);
  }

  /** Adds fields that hold points in time, which servers may write with another offset. */
  public WireFields times(String... names) {
    return new WireFields(words, numbers, with(times, names), sets);
  }

  /** Adds lists in which it does not matter how often an element occurs. */
  public WireFields sets(Collection<String> names) {
    return new WireFields(words, numbers, times, with(sets, names.toArray(new String[0])));
  }

  private static Set<String> with(Set<String> known, String... names) {
    Set<String> more = new HashSet<>(known);
    more.addAll(List.of(names));
    return Set.copyOf(more);
  }

  /** The name under which a member is looked up; for the value of a filter, the filter's type. */
  String named(JsonNode parent, String member) {
    return member.equals("value") ? parent.path("type").asText(member) : member;
  }

  boolean isWord(String field) {
    return words.contains(field);
  }

  boolean isNumber(String field) {
    return numbers.contains(field);
  }

  boolean isTime(String field) {
    return times.contains(field);
  }

  boolean isSet(String field) {
    return sets.contains(field);
  }

  /** What tells an element of a list from the others; empty if nothing does. */
  String label(JsonNode element) {
    List<String> found = labels(element);
    return found.isEmpty() ? "" : found.get(0);
  }

  /** All that tells an element of a list from the others, the most telling first. */
  List<String> labels(JsonNode element) {
    List<String> found = new ArrayList<>();
    for (String label : LABELS) {
      JsonNode value = element.path(label);
      if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
        found.add(value.asText());
      }
    }
    return found;
  }
}
