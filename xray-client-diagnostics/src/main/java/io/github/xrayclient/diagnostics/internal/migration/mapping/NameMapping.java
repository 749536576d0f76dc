package io.github.xrayclient.diagnostics.internal.migration.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonFile;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names that the mapping of a caller gives to repositories, projects and other parts of objects
 * on the target. Immutable.
 */
public final class NameMapping {
  private static final String STRICT = "strict";
  private static final NameMapping NONE = new NameMapping(new EnumMap<>(NamePart.class), false);

  private final Map<NamePart, Map<String, String>> names;
  private final boolean strict;

  private NameMapping(Map<NamePart, Map<String, String>> names, boolean strict) {
    this.names = names;
    this.strict = strict;
  }

  /** A mapping that changes no name. */
  public static NameMapping none() {
    return NONE;
  }

  /**
   * The mapping in a file, in the form of {@link #toJson}.
   *
   * @throws MigrationFailure if the file cannot be used
   */
  public static NameMapping read(Path file) {
    ObjectNode tree = JsonFile.read(file, "plan without a mapping");
    Map<NamePart, Map<String, String>> names = new EnumMap<>(NamePart.class);
    boolean strict = false;
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      if (field.getKey().equals(STRICT)) {
        strict = isStrict(file, field.getValue());
      } else {
        NamePart part = NamePart.ofField(field.getKey())
            .orElseThrow(() -> new MigrationFailure(
                file,
                "it maps " + field.getKey() + ", but only these can be mapped: "
                    + NamePart.fields(),
                null));
        names.put(part, Collections.unmodifiableMap(read(file, part, field.getValue())));
      }
    }
    names.values().removeIf(Map::isEmpty);
    return new NameMapping(names, strict);
  }

  private static boolean isStrict(Path file, JsonNode value) {
    if (!value.isBoolean()) {
      throw new MigrationFailure(file, STRICT + " must be true or false", null);
    }
    return value.asBoolean();
  }

  private static Map<String, String> read(Path file, NamePart part, JsonNode value) {
    if (!value.isObject()) {
      throw new MigrationFailure(
          file,
          part.field() + " must be an object of old and new names, as in {\"old\": \"new\"}",
          null);
    }
    Map<String, String> some = new TreeMap<>();
    value.properties().forEach(name -> {
      String subject = "the new name of \"" + name.getKey() + "\" in " + part.field() + " ";
      String target = name.getValue().asText();
      if (!name.getValue().isTextual() || target.isBlank()) {
        throw new MigrationFailure(file, subject + "must be a string that is not blank", null);
      }
      MappedName.problem(part, name.getKey(), target).ifPresent(problem -> {
        throw new MigrationFailure(file, subject + problem, null);
      });
      some.put(name.getKey(), target);
    });
    return some;
  }

  /**
   * A copy with one more name of a part.
   *
   * @throws IllegalArgumentException if the new name, which the message calls {@code target}, does
   *     not fit
   */
  public NameMapping with(NamePart part, String source, String target) {
    MappedName.problem(part, source, target).ifPresent(problem -> {
      throw new IllegalArgumentException("target " + problem);
    });
    Map<NamePart, Map<String, String>> changed = new EnumMap<>(NamePart.class);
    changed.putAll(names);
    Map<String, String> some = new TreeMap<>(names(part));
    some.put(source, target);
    changed.put(part, Collections.unmodifiableMap(some));
    return new NameMapping(changed, strict);
  }

  /** A copy that refuses or allows names that no entry covers. */
  public NameMapping strict(boolean refuses) {
    return new NameMapping(names, refuses);
  }

  /** Whether names that no entry covers are refused. */
  public boolean isStrict() {
    return strict;
  }

  /** The names on the target by the names in the snapshot, for one part. */
  public Map<String, String> names(NamePart part) {
    return names.getOrDefault(part, Map.of());
  }

  /**
   * The mapping as it is written in a file, without parts that have no names: {@code
   * {"repositories": {"old": "new"}, "strict": true}}.
   */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    names.forEach((part, some) -> some.forEach(json.withObjectProperty(part.field())::put));
    return strict ? json.put(STRICT, true) : json;
  }

  /** Whether no name changes, and none is refused. */
  public boolean isEmpty() {
    return names.isEmpty() && !strict;
  }

  /** The key that a project has on the target. */
  public String projectOf(String key) {
    return new NameIndex(this::names).rename(NamePart.PROJECTS, "", key).orElse(key);
  }

  /**
   * Whether an entry names this condition of the target. Entries with patterns do not count,
   * because they name no condition on purpose.
   */
  public boolean namesCondition(String target) {
    return names(NamePart.CONDITIONS).entrySet().stream()
        .anyMatch(name -> name.getValue().equals(target)
            && MappedName.of(NamePart.CONDITIONS, name.getKey(), target).isExact());
  }
}
