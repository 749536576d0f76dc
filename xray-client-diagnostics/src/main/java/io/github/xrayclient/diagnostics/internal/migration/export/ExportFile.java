package io.github.xrayclient.diagnostics.internal.migration.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonFile;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectFiles;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.PortableContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.internal.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the file of one object, which {@link StoredObject#withProjectKey} gives. */
final class ExportFile {
  private static final String REMEDY = "correct it, or export again";

  /** Fields that only objects of this kind have. They reveal a file in the wrong folder. */
  private static final Map<ObjectKind, List<String>> FIELDS = Map.of(
      ObjectKind.CONDITIONS, List.of("condition_template_id", "param_values"),
      ObjectKind.CURATION_POLICIES, List.of("policy_action", "scope", "condition", "condition_id"),
      ObjectKind.POLICIES, List.of("rules"),
      ObjectKind.WATCHES, List.of("general_data", "project_resources", "assigned_policies"),
      ObjectKind.IGNORE_RULES, List.of("ignore_filters"));

  private ExportFile() {}

  /**
   * Reads the object in a file. Its name comes from its content and not from the name of the file.
   * The name of an ignore rule is still missing, since it depends on the other rules.
   */
  static StoredObject read(Path file, ObjectKind kind) {
    return read(file, kind, List.of());
  }

  /**
   * Reads the object in a file like {@link #read(Path, ObjectKind)}.
   *
   * @param waivers files of waivers that belong to the object, which is a curation policy
   */
  static StoredObject read(Path file, ObjectKind kind, List<WaiverFile> waivers) {
    ObjectNode tree = JsonFile.read(file, "export again");
    refuseOther(file, kind, tree);
    WaiverFile.addTo(tree, file, waivers);
    String project = PortableContent.text(tree, ObjectKinds.projectAt(kind)).orElse("");
    String name = kind == ObjectKind.IGNORE_RULES
        ? ""
        : PortableContent.text(tree, ObjectKinds.nameAt(kind))
            .orElseThrow(() -> new MigrationFailure(
                file,
                "the field " + String.join(".", ObjectKinds.nameAt(kind))
                    + " is missing; add it, or" + " export again",
                null));
    ObjectKey key = ObjectKinds.key(kind, name, project);
    Map<String, Path> ofWaivers = waivers.stream()
        .collect(Collectors.toMap(WaiverFile::name, WaiverFile::path, (one, same) -> one));
    return StoredObject.of(key, known(file, kind, tree))
        .withoutReceived()
        .inFiles(new ObjectFiles(file, ofWaivers));
  }

  /** A file in the wrong folder must be refused: its fields would be read as unknown fields. */
  private static void refuseOther(Path file, ObjectKind kind, ObjectNode tree) {
    if (has(tree, kind)) {
      return;
    }
    for (ObjectKind other : ObjectKind.values()) {
      if (has(tree, other)) {
        throw new MigrationFailure(
            file,
            "it contains one of the " + ObjectKinds.plural(other) + ", but is in the folder "
                + kind.directory() + "; move it to the folder " + other.directory(),
            null);
      }
    }
  }

  private static boolean has(ObjectNode tree, ObjectKind kind) {
    return FIELDS.getOrDefault(kind, List.of()).stream().anyMatch(tree::has);
  }

  /** The object as the library would write it. The library needs ids, which files do not have. */
  private static ObjectNode known(Path file, ObjectKind kind, ObjectNode tree) {
    if (!ObjectKinds.isNamed(kind)) {
      tree.put("id", "0");
    }
    PortableContent.waivers(tree).forEach(waiver -> ((ObjectNode) waiver).put("id", "0"));
    @Nullable JsonNode condition = tree.remove("condition");
    ObjectNode known =
        Json.MAPPER.valueToTree(JsonFile.value(file, tree, ObjectKinds.reader(kind), REMEDY));
    if (condition != null && condition.isTextual()) {
      known.set("condition", condition);
    }
    return known;
  }
}
