package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An object that was read from a server or a file. Its content is normalized once, when it is read.
 * Immutable; callers must not change its trees.
 */
public final class StoredObject {
  private static final String CONDITION = "condition";
  private static final String CONDITION_ID = "condition_id";

  private final ObjectKey key;
  private final ObjectNode received;
  private final ObjectNode content;
  private final ObjectNode sendable;

  /** The files that contain the object; null if it was read from a server. */
  private final @Nullable ObjectFiles files;

  private StoredObject(
      ObjectKey key,
      ObjectNode received,
      ObjectNode content,
      ObjectNode sendable,
      @Nullable ObjectFiles files) {
    this.files = files;
    this.key = key;
    this.received = received;
    this.content = content;
    this.sendable = sendable;
  }

  /** An object as it was received. A curation policy keeps the name or the id of its condition. */
  public static StoredObject of(ObjectKey key, ObjectNode received) {
    ObjectNode content = PortableContent.of(key.kind(), received);
    return new StoredObject(
        key, received, content, PortableContent.sendable(key.kind(), content), null);
  }

  /** A curation policy as it was received, with the name of its condition. */
  public static StoredObject ofPolicy(ObjectKey key, ObjectNode received, String condition) {
    ObjectNode named = received.objectNode().setAll(received);
    named.put(CONDITION, condition).remove(CONDITION_ID);
    StoredObject policy = of(key, named);
    return new StoredObject(key, received, policy.content, policy.sendable, null);
  }

  /** A copy with other content, and the same key and files. */
  public StoredObject withContent(ObjectNode changed) {
    return of(key, changed).inFiles(files);
  }

  /** A copy with another key. */
  public StoredObject withKey(ObjectKey other) {
    return new StoredObject(other, received, content, sendable, files);
  }

  /** A copy that knows the files that contain the object, or that it has none. */
  public StoredObject inFiles(@Nullable ObjectFiles paths) {
    return new StoredObject(key, received, content, sendable, paths);
  }

  /** A copy that takes less memory, because it shares the content of another one if it is equal. */
  public StoredObject sharing(StoredObject other) {
    return content.equals(other.content)
        ? new StoredObject(key, received, other.content, other.sendable, files)
        : this;
  }

  /** A copy without the tree that was received, which halves the memory that a snapshot needs. */
  public StoredObject withoutReceived() {
    return new StoredObject(key, content, content, sendable, files);
  }

  /** A copy in which a curation policy has no waivers. */
  public StoredObject withoutWaivers() {
    return key.kind() == ObjectKind.CURATION_POLICIES
        ? new StoredObject(
            key, withoutWaivers(received), withoutWaivers(content), withoutWaivers(sendable), files)
        : this;
  }

  private static ObjectNode withoutWaivers(ObjectNode tree) {
    return tree.objectNode().<ObjectNode>setAll(tree).remove(CurationPolicyFields.WAIVERS);
  }

  /** A copy in which a curation policy has the id of its condition in place of the name. */
  public StoredObject byConditionId() {
    return key.kind() == ObjectKind.CURATION_POLICIES && received.has(CONDITION_ID)
        ? new StoredObject(key, received, byConditionId(content), byConditionId(sendable), files)
        : this;
  }

  private ObjectNode byConditionId(ObjectNode tree) {
    ObjectNode copy = tree.objectNode().setAll(tree);
    copy.remove(CONDITION);
    return copy.set(CONDITION_ID, received.get(CONDITION_ID));
  }

  public ObjectKey key() {
    return key;
  }

  /** The files that contain the object; empty if it was read from a server. */
  public Optional<ObjectFiles> files() {
    return Optional.ofNullable(files);
  }

  /** The name or the id by which paths identify the object. */
  public String id() {
    return ObjectKinds.isNamed(key.kind()) ? key.name() : received.path("id").asText();
  }

  /** The object as it was read. */
  public ObjectNode received() {
    return received;
  }

  /** The object without the fields that servers set. */
  public ObjectNode content() {
    return content;
  }

  /** The content with the key of the project, as in a file. */
  public ObjectNode withProjectKey() {
    if (key.projectKey().isEmpty()) {
      return content;
    }
    ObjectNode complete = content.deepCopy();
    ObjectNode holder = complete;
    List<String> path = ObjectKinds.projectAt(key.kind());
    for (String member : path.subList(0, path.size() - 1)) {
      holder = holder.withObjectProperty(member);
    }
    holder.put(path.get(path.size() - 1), key.projectKey().orElse(""));
    return CanonicalJson.of(key.kind(), complete);
  }

  /** The part of the content that can be sent. */
  public ObjectNode sendable() {
    return sendable;
  }

  /** The waivers of a curation policy as they were read. */
  public List<JsonNode> waivers() {
    return PortableContent.waivers(received);
  }

  /** Fields that this version of the library does not know, and so does not send. */
  public Set<String> unknownFields() {
    return PortableContent.unknownFields(key.kind(), content);
  }

  /** A hash of the parts that can be sent, and of the ids of the waivers. */
  public String fingerprint() {
    return fingerprint(waivers());
  }

  /**
   * Like {@link #fingerprint()}, but waivers other than these count by their authors in place of
   * their ids.
   *
   * @param known waivers of an earlier state of the object
   */
  public String fingerprint(Collection<JsonNode> known) {
    Set<String> ids = known.stream().map(StoredObject::nameWithId).collect(Collectors.toSet());
    List<String> waivers = waivers().stream()
        .map(waiver -> ids.contains(nameWithId(waiver))
            ? nameWithId(waiver)
            : Waivers.name(waiver) + " by " + waiver.path("created_by").asText())
        .sorted()
        .collect(Collectors.toList());
    String parts = Comparison.fingerprint(key.kind(), byConditionId().sendable);
    return CanonicalJson.hash(String.join(
        "\n",
        key.kind().directory(),
        key.projectKey().orElse(""),
        id(),
        parts,
        waivers.toString()));
  }

  /**
   * A text that is equal for objects of one kind that differ only in their names and waivers.
   *
   * @param ignored other fields in which they may differ
   */
  public String likeness(Collection<String> ignored) {
    ObjectNode rest = sendable.deepCopy();
    List<String> name = ObjectKinds.nameAt(key.kind());
    JsonNode holder = name.size() > 1 ? rest.path(name.get(0)) : rest;
    if (holder.isObject()) {
      ((ObjectNode) holder).remove(name.get(name.size() - 1));
    }
    rest.remove(CurationPolicyFields.WAIVERS);
    rest.remove(ignored);
    return key.kind() + key.projectKey().orElse("") + Comparison.fingerprint(key.kind(), rest);
  }

  private static String nameWithId(JsonNode waiver) {
    return Waivers.name(waiver) + "=" + waiver.path("id").asText();
  }

  /** Objects are equal if their keys and contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredObject
        && key.equals(((StoredObject) other).key)
        && content.equals(((StoredObject) other).content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, content);
  }

  @Override
  public String toString() {
    return key + " " + content;
  }
}
