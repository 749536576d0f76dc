package io.github.xrayclient.internal.write;

import static io.github.xrayclient.internal.write.WireField.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A table of the JSON fields of one subject, by wire names. Each fact about a field is only here.
 * How a field is compared also applies to fields with its name inside other fields, unless these
 * have a table of their own. Immutable.
 */
public final class WireFields {
  private static final WireFields NONE = new WireFields(Map.of(), List.of());

  private final Map<String, WireField> fields;
  private final List<String> identification;
  private final Set<String> editable;
  private final Set<String> setByServer;
  private final boolean hasKey;

  private WireFields(Map<String, WireField> fields, List<String> identification) {
    this.fields = fields;
    this.identification = identification;
    this.editable = names(WireField::isEditable);
    this.setByServer = names(WireField::isSetByServer);
    this.hasKey = !names(WireField::isKey).isEmpty();
  }

  /** Returns an empty table: no field is known. */
  public static WireFields none() {
    return NONE;
  }

  /** Creates a table of these fields and of those that every server sets itself. */
  public static WireFields of(WireField... fields) {
    return NONE.with(field("created_at").time(), field("updated_at").time())
        .withSetByServer("id", "created_by", "updated_by", "created_at", "updated_at")
        .with(fields);
  }

  /** Returns a table with these fields added or replaced. */
  public WireFields with(WireField... more) {
    Map<String, WireField> all = new LinkedHashMap<>(fields);
    for (WireField field : more) {
      all.put(field.name(), field);
    }
    return new WireFields(Collections.unmodifiableMap(all), identification);
  }

  /** Adds fields that servers set themselves. */
  public WireFields withSetByServer(String... names) {
    return with(WireField::setByServer, names);
  }

  /** Adds lists whose order has no meaning, so that files may have them sorted. */
  public WireFields withUnordered(String... names) {
    return with(WireField::unordered, names);
  }

  /** Adds texts, or lists of texts, that servers may return in another case. */
  public WireFields withWords(String... names) {
    return with(WireField::word, names);
  }

  private WireFields with(UnaryOperator<WireField> fact, String... names) {
    return with(Arrays.stream(names).map(name -> fact.apply(get(name))).toArray(WireField[]::new));
  }

  /** Sets the fields that identify an entry of a list, the most specific one last. */
  public WireFields identifiedBy(String... names) {
    return new WireFields(fields, List.of(names));
  }

  /** Returns the facts about a field. */
  public WireField get(String name) {
    WireField field = fields.get(name);
    return field == null ? WireField.field(name) : field;
  }

  /**
   * Returns the facts about a field of this object; they may depend on other fields of the object.
   */
  public WireField get(JsonNode object, String member) {
    WireField field = get(member);
    String subject =
        field.subject().isEmpty() ? "" : object.path(field.subject()).asText();
    return fields.getOrDefault(subject, field);
  }

  /** Returns the names of the fields that are part of the body of a write. */
  public Set<String> editable() {
    return editable;
  }

  /** Returns the names of the fields that servers set themselves. */
  public Set<String> setByServer() {
    return setByServer;
  }

  /** Whether one of the fields identifies entries of a list. */
  boolean hasKey() {
    return hasKey;
  }

  private Set<String> names(Predicate<WireField> which) {
    return fields.values().stream()
        .filter(which)
        .map(WireField::name)
        .collect(Collectors.collectingAndThen(
            Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
  }

  /**
   * Refuses fields that servers set themselves.
   *
   * @param draft what cannot have the fields, such as "a draft of a watch"
   * @throws IllegalArgumentException if there are any; the message names them
   */
  public void refuseSetByServer(String draft, JsonNode content) {
    Set<String> refused = new HashSet<>();
    content.fieldNames().forEachRemaining(refused::add);
    refused.retainAll(setByServer);
    DraftFields.refuse(draft, refused);
  }

  /**
   * Returns a copy without the fields that servers set themselves, also inside objects that have a
   * table of their own. The copy shares what it need not change.
   */
  public ObjectNode withoutSetByServer(ObjectNode object) {
    ObjectNode copy = object.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      WireField field = get(member.getKey());
      if (!field.isSetByServer()) {
        WireFields inside = field.inside();
        JsonNode value = member.getValue();
        copy.set(member.getKey(), inside == null ? value : inside.withoutSetByServer(value));
      }
    }
    return copy;
  }

  /** Returns a copy of an object, or of a list with copies of its objects. */
  private JsonNode withoutSetByServer(JsonNode value) {
    if (value.isObject()) {
      return withoutSetByServer((ObjectNode) value);
    }
    if (!value.isArray()) {
      return value;
    }
    ArrayNode copy = ((ArrayNode) value).arrayNode(value.size());
    for (JsonNode element : value) {
      copy.add(element.isObject() ? withoutSetByServer((ObjectNode) element) : element);
    }
    return copy;
  }

  /**
   * Adds the extras of an object to a body, except those that servers set themselves. They are
   * unknown fields, and known fields whose values could not be read. They replace nothing but empty
   * lists: the list of a known field is empty if it could not be read.
   */
  public void addExtras(Map<String, Object> body, Map<String, JsonNode> extras) {
    extras.forEach((name, value) -> {
      if (!setByServer.contains(name)) {
        body.merge(name, value, (sent, kept) -> isEmptyList(sent) ? kept : sent);
      }
    });
  }

  private static boolean isEmptyList(Object value) {
    return value instanceof Collection && ((Collection<?>) value).isEmpty();
  }

  /** Returns the texts that identify an entry of a list, the most specific one last. */
  public List<String> identification(JsonNode entry) {
    List<String> found = new ArrayList<>();
    for (String name : identification) {
      JsonNode value = entry.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        found.add(value.asText());
      }
    }
    return found;
  }
}
