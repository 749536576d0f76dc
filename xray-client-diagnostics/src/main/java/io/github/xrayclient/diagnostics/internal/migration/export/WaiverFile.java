package io.github.xrayclient.diagnostics.internal.migration.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonFile;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.PortableContent;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.internal.json.ValueReader;
import io.github.xrayclient.internal.write.TreeDiff;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file with one waiver of a curation policy. */
final class WaiverFile {
  private static final String REMEDY = "correct it, or export again";
  private static final String PACKAGES = CurationPolicyFields.WAIVERS.get(0);
  private static final String LABELS = CurationPolicyFields.WAIVERS.get(1);

  private static final ValueReader<LabelWaiver> LABEL_WAIVERS = ValueReader.of(LabelWaiver.class);
  private static final ValueReader<PackageWaiver> PACKAGE_WAIVERS =
      ValueReader.of(PackageWaiver.class);

  private final Path file;
  private final ObjectNode waiver;
  private final String list;

  private WaiverFile(Path file, ObjectNode waiver, String list) {
    this.file = file;
    this.waiver = waiver;
    this.list = list;
  }

  /**
   * The list of a policy that has waivers with such fields; empty if the JSON is not a waiver that
   * can be recognized.
   */
  static Optional<String> list(JsonNode waiver) {
    boolean isOfLabel = WaiverFields.of(waiver) == WaiverFields.OF_LABEL;
    String subject = isOfLabel ? "label" : "pkg_name";
    return waiver.path(subject).isTextual()
        ? Optional.of(isOfLabel ? LABELS : PACKAGES)
        : Optional.empty();
  }

  /**
   * Reads a waiver. What it exempts comes from its content and not from the name of the file.
   *
   * @throws MigrationFailure if the file is not valid
   */
  static WaiverFile read(Path file) {
    ObjectNode waiver = JsonFile.read(file, "export again");
    String list = list(waiver)
        .orElseThrow(() -> new MigrationFailure(
            file,
            "it has neither the field pkg_name of a waiver for a package, nor the field label of a"
                + " waiver for a label; " + REMEDY,
            null));
    ValueReader<?> reader = list.equals(LABELS) ? LABEL_WAIVERS : PACKAGE_WAIVERS;
    JsonFile.value(file, waiver.deepCopy().put("id", "0"), reader, REMEDY); // files have no ids
    return new WaiverFile(file, waiver, list);
  }

  Path path() {
    return file;
  }

  /** What the waiver exempts, as in {@code npm left-pad 1.0}. */
  String name() {
    return Waivers.name(waiver);
  }

  /**
   * Adds waivers to a policy. A waiver that the policy or an earlier file already has is not added
   * again.
   *
   * @param policyFile the file of the policy
   * @throws MigrationFailure if two files have different waivers for the same package and versions,
   *     or for the same label
   */
  static void addTo(ObjectNode policy, Path policyFile, List<WaiverFile> files) {
    Map<String, WaiverFile> known = new HashMap<>();
    PortableContent.waivers(policy)
        .forEach(inline ->
            known.put(Waivers.name(inline), new WaiverFile(policyFile, (ObjectNode) inline, "")));
    for (WaiverFile file : files) {
      @Nullable WaiverFile other = known.putIfAbsent(Waivers.name(file.waiver), file);
      if (other == null) {
        file.listIn(policy, policyFile).add(file.waiver);
      } else if (!file.hasSameContentAs(other)) {
        throw new MigrationFailure(
            file.file,
            "it contains the waiver " + Waivers.name(file.waiver) + ", and " + other.file
                + " contains this waiver with other content; delete one of them",
            null);
      }
    }
  }

  private ArrayNode listIn(ObjectNode policy, Path policyFile) {
    if (!policy.path(list).isArray() && policy.hasNonNull(list)) {
      throw new MigrationFailure(
          policyFile, "the field " + list + " must be a list; " + REMEDY, null);
    }
    return policy.path(list).isArray() ? (ArrayNode) policy.get(list) : policy.putArray(list);
  }

  private boolean hasSameContentAs(WaiverFile other) {
    return TreeDiff.between(WaiverFields.of(waiver), waiver, other.waiver).isEmpty();
  }
}
