package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.List;
import java.util.stream.Collectors;

/** An object as a server holds it. Its trees must not be changed. */
public final class StoredObject {
  private final ObjectKey key;
  private final ObjectNode raw;
  private final ObjectNode content;

  StoredObject(ObjectKey key, ObjectNode raw, ObjectNode content) {
    this.key = key;
    this.raw = raw;
    this.content = content;
  }

  /** The same with a condition by its id. */
  public static StoredObject of(ObjectKey key, ObjectNode raw) {
    return new StoredObject(key, raw, PortableContent.of(key.kind(), raw));
  }

  public ObjectKey key() {
    return key;
  }

  /** What the server calls it in paths. */
  public String id() {
    return ObjectKinds.isNamed(key.kind()) ? key.name() : raw.path("id").asText();
  }

  /** As read. */
  public ObjectNode raw() {
    return raw;
  }

  /** Without what servers set, a condition by its name. */
  public ObjectNode content() {
    return content;
  }

  /** The same as long as nobody edits what can be sent of the object. */
  public String fingerprint() {
    List<String> waivers = PortableContent.waivers(raw).stream()
        .map(waiver -> Waivers.name(waiver) + "=" + waiver.path("id").asText())
        .sorted()
        .collect(Collectors.toList());
    String mark = Comparison.mark(key.kind(), withConditionId());
    return Canonical.hash(String.join(
        "\n", key.kind().directory(), key.projectKey().orElse(""), id(), mark, waivers.toString()));
  }

  /** What can be sent, with a condition by its id. */
  private ObjectNode withConditionId() {
    ObjectNode sendable = PortableContent.sendable(key.kind(), content);
    if (key.kind() == ObjectKind.CURATION_POLICIES && raw.has("condition_id")) {
      sendable.remove("condition");
      sendable.set("condition_id", raw.get("condition_id"));
    }
    return sendable;
  }
}
