package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An object as a server or a file holds it. Its content is normalised once, when it is read.
 * Immutable; its trees must not be changed.
 */
public final class StoredObject {
  private static final String CONDITION = "condition";
  private static final String CONDITION_ID = "condition_id";

  private final ObjectKey key;
  private final ObjectNode received;
  private final ObjectNode content;
  private final ObjectNode sendable;

  private StoredObject(
      ObjectKey key, ObjectNode received, ObjectNode content, ObjectNode sendable) {
    this.key = key;
    this.received = received;
    this.content = content;
    this.sendable = sendable;
  }

  /** An object as it was received; a curation policy names its condition as it is named there. */
  public static StoredObject of(ObjectKey key, ObjectNode received) {
    ObjectNode content = PortableContent.of(key.kind(), received);
    return new StoredObject(key, received, content, PortableContent.sendable(key.kind(), content));
  }

  /** A curation policy as it was received, whose condition is known by its name. */
  static StoredObject ofPolicy(ObjectKey key, ObjectNode received, String condition) {
    ObjectNode named = received.objectNode().setAll(received);
    named.put(CONDITION, condition).remove(CONDITION_ID);
    StoredObject policy = of(key, named);
    return new StoredObject(key, received, policy.content, policy.sendable);
  }

  /** A copy with another key. */
  public StoredObject withKey(ObjectKey other) {
    return new StoredObject(other, received, content, sendable);
  }

  /** A copy for a snapshot, which takes half the memory, since it forgets what was received. */
  StoredObject withoutReceived() {
    return new StoredObject(key, content, content, sendable);
  }

  /** A copy in which a curation policy names its condition by its id, as requests do. */
  public StoredObject byConditionId() {
    return key.kind() == ObjectKind.CURATION_POLICIES && received.has(CONDITION_ID)
        ? new StoredObject(key, received, byConditionId(content), byConditionId(sendable))
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

  /** What the server calls it in paths. */
  public String id() {
    return ObjectKinds.isNamed(key.kind()) ? key.name() : received.path("id").asText();
  }

  /** As read. */
  public ObjectNode received() {
    return received;
  }

  /** Without what servers set. */
  public ObjectNode content() {
    return content;
  }

  /** The part of the content that can be sent. */
  public ObjectNode sendable() {
    return sendable;
  }

  /** The waivers of a curation policy, as read. */
  public List<JsonNode> waivers() {
    return PortableContent.waivers(received);
  }

  /** Fields of an object with an id that are never sent, since nobody knows whether they may be. */
  public Set<String> unknownFields() {
    return PortableContent.unknownFields(key.kind(), content);
  }

  /** A hash that changes only if somebody edits what can be sent of the object. */
  public String fingerprint() {
    List<String> waivers = waivers().stream()
        .map(waiver -> Waivers.name(waiver) + "=" + waiver.path("id").asText())
        .sorted()
        .collect(Collectors.toList());
    String mark = Comparison.mark(key.kind(), byConditionId().sendable);
    return Canonical.hash(String.join(
        "\n", key.kind().directory(), key.projectKey().orElse(""), id(), mark, waivers.toString()));
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
