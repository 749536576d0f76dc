package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.internal.write.ChangedField;
import io.github.xrayclient.internal.write.DifferenceDetail;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.UpdateNote;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The changes that an update will make, computed without sending anything. Immutable and
 * thread-safe.
 */
@JsonAutoDetect(
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonPropertyOrder({
  "fields",
  "keptWaivers",
  "droppedWaivers",
  "addedWaivers",
  "keptLabelWaivers",
  "droppedLabelWaivers",
  "addedLabelWaivers",
  "unsentFields",
  "notes"
})
public final class CurationPolicyChanges {
  private final List<FieldChange> fields;
  private final List<PackageWaiver> keptWaivers;
  private final List<PackageWaiver> droppedWaivers;
  private final List<NewPackageWaiver> addedWaivers;
  private final List<LabelWaiver> keptLabelWaivers;
  private final List<LabelWaiver> droppedLabelWaivers;
  private final List<NewLabelWaiver> addedLabelWaivers;
  private final List<String> unsentFields;
  private final List<UpdateNote> notes;

  private CurationPolicyChanges(CurationPolicyUpdate update) {
    CurationPolicy base = update.base();
    ObjectNode sent = Json.MAPPER.valueToTree(update);
    Set<String> kept = ids(sent.path("waivers"));
    Set<String> keptLabels = ids(sent.path("label_waivers"));
    this.keptWaivers = waivers(base, kept, true);
    this.droppedWaivers = waivers(base, kept, false);
    this.addedWaivers = update.addedWaivers();
    this.keptLabelWaivers = labelWaivers(base, keptLabels, true);
    this.droppedLabelWaivers = labelWaivers(base, keptLabels, false);
    this.addedLabelWaivers = update.addedLabelWaivers();
    this.unsentFields = update.unsentFields();
    this.notes = update.notes();
    this.fields = fields(Json.MAPPER.valueToTree(base), sent);
  }

  static CurationPolicyChanges of(CurationPolicyUpdate update) {
    return new CurationPolicyChanges(update);
  }

  /**
   * The fields that change, without the waivers. {@link FieldChange#from()} is the value that was
   * read, {@link FieldChange#to()} the value that will be sent.
   */
  @JsonProperty("fields")
  public List<FieldChange> fields() {
    return fields;
  }

  /** The package waivers that the update keeps. */
  @JsonProperty("keptWaivers")
  public List<PackageWaiver> keptWaivers() {
    return keptWaivers;
  }

  /** The package waivers that the update deletes. */
  @JsonProperty("droppedWaivers")
  public List<PackageWaiver> droppedWaivers() {
    return droppedWaivers;
  }

  /** The package waivers that the update adds. */
  @JsonProperty("addedWaivers")
  public List<NewPackageWaiver> addedWaivers() {
    return addedWaivers;
  }

  /** The label waivers that the update keeps. */
  @JsonProperty("keptLabelWaivers")
  public List<LabelWaiver> keptLabelWaivers() {
    return keptLabelWaivers;
  }

  /** The label waivers that the update deletes. */
  @JsonProperty("droppedLabelWaivers")
  public List<LabelWaiver> droppedLabelWaivers() {
    return droppedLabelWaivers;
  }

  /** The label waivers that the update adds. */
  @JsonProperty("addedLabelWaivers")
  public List<NewLabelWaiver> addedLabelWaivers() {
    return addedLabelWaivers;
  }

  /**
   * The names of fields that this version of the library does not know, and that are not sent; see
   * {@link CurationPolicyUpdate.Builder#carryExtra(String)}.
   */
  @JsonProperty("unsentFields")
  public List<String> unsentFields() {
    return unsentFields;
  }

  /** A note for each waiver that was to be added, but that the policy has already. */
  @JsonProperty("notes")
  public List<UpdateNote> notes() {
    return notes;
  }

  /** Whether the update changes nothing. {@code edit} sends nothing then. */
  public boolean isEmpty() {
    return fields.isEmpty()
        && droppedWaivers.isEmpty()
        && addedWaivers.isEmpty()
        && droppedLabelWaivers.isEmpty()
        && addedLabelWaivers.isEmpty();
  }

  private List<List<?>> parts() {
    return List.of(
        fields,
        keptWaivers,
        droppedWaivers,
        addedWaivers,
        keptLabelWaivers,
        droppedLabelWaivers,
        addedLabelWaivers,
        unsentFields,
        notes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CurationPolicyChanges
        && parts().equals(((CurationPolicyChanges) other).parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /** One line for each change, one for the waivers that are kept, and one for each note. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    fields.forEach(change -> lines.add(change.toString()));
    droppedWaivers.forEach(waiver -> lines.add("drops package waiver " + words(waiver)));
    droppedLabelWaivers.forEach(waiver ->
        lines.add("drops label waiver " + waiver.id() + ": " + waiver.label().orElse("")));
    addedWaivers.forEach(waiver -> lines.add("adds package waiver: "
        + words(waiver.packageType().wire(), waiver.packageName(), waiver.packageVersions())));
    addedLabelWaivers.forEach(waiver -> lines.add("adds label waiver: " + waiver.label()));
    lines.add("keeps " + counted(keptWaivers, "package waiver") + " and "
        + counted(keptLabelWaivers, "label waiver"));
    unsentFields.forEach(name -> lines.add("does not send the unknown field " + name));
    notes.forEach(note -> lines.add(note.text()));
    return lines.stream().map(VisibleText::oneLine).collect(Collectors.joining("\n"));
  }

  private static String counted(List<?> waivers, String kind) {
    return waivers.size() + " " + kind + (waivers.size() == 1 ? "" : "s");
  }

  private static String words(PackageWaiver waiver) {
    return waiver.id()
        + ": "
        + words(
            waiver.packageType().map(PackageType::wire).orElse(""),
            waiver.packageName().orElse(""),
            waiver.packageVersions());
  }

  private static String words(String type, String name, List<String> versions) {
    return type + " " + name + " " + (versions.isEmpty() ? "all versions" : versions.toString());
  }

  private static List<FieldChange> fields(ObjectNode before, ObjectNode sent) {
    Set<String> names = new LinkedHashSet<>(CurationPolicyFields.FIELDS.editable());
    sent.fieldNames().forEachRemaining(names::add);
    CurationPolicyFields.WAIVERS.forEach(names::remove);
    return names.stream()
        .filter(name -> differ(name, before.get(name), sent.get(name)))
        .map(name -> new ChangedField(name, value(before.get(name)), value(sent.get(name))))
        .collect(Collectors.toUnmodifiableList());
  }

  private static boolean differ(String name, @Nullable JsonNode before, @Nullable JsonNode sent) {
    return !TreeDiff.ofUpdate(
            CurationPolicyFields.FIELDS,
            DifferenceDetail.FINE,
            only(name, before),
            only(name, sent))
        .isEmpty();
  }

  private static ObjectNode only(String name, @Nullable JsonNode value) {
    ObjectNode object = Json.MAPPER.createObjectNode();
    return value == null ? object : object.set(name, value);
  }

  /** Returns null for an absent field and for an empty list, which mean the same. */
  private static @Nullable JsonNode value(@Nullable JsonNode value) {
    return value != null && value.isArray() && value.isEmpty() ? null : value;
  }

  private static Set<String> ids(JsonNode entries) {
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode entry : entries) {
      if (entry.has("id")) {
        ids.add(entry.get("id").asText());
      }
    }
    return ids;
  }

  private static List<PackageWaiver> waivers(CurationPolicy base, Set<String> ids, boolean kept) {
    return base.waivers().stream()
        .filter(waiver -> ids.contains(waiver.id().wire()) == kept)
        .collect(Collectors.toUnmodifiableList());
  }

  private static List<LabelWaiver> labelWaivers(
      CurationPolicy base, Set<String> ids, boolean kept) {
    return base.labelWaivers().stream()
        .filter(waiver -> ids.contains(waiver.id().wire()) == kept)
        .collect(Collectors.toUnmodifiableList());
  }
}
