package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.DownloadSwitches;
import io.github.xrayclient.diagnostics.internal.migration.content.StepJson;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import java.util.Optional;

/**
 * An object of the target on which a step depends: the condition of a curation policy, or a policy.
 * A condition decides what its policy blocks, so the plan is only valid for its content. A policy
 * of a watch has to exist. A plan that is staged as a dry run is also only valid as long as
 * certain policies do not block. Immutable.
 */
public final class UsedObject {
  private static final String MUST_NOT_BLOCK = "mustNotBlock";

  private final ObjectKey key;
  private final ObjectKey user;
  private final String fingerprint;
  private final boolean mustNotBlock;

  private UsedObject(ObjectKey key, ObjectKey user, String fingerprint, boolean mustNotBlock) {
    this.key = key;
    this.user = user;
    this.fingerprint = fingerprint;
    this.mustNotBlock = mustNotBlock;
  }

  /** An object that has to exist. */
  static UsedObject existing(ObjectKey key, ObjectKey user) {
    return new UsedObject(key, user, "", false);
  }

  /** An object that has to keep its content. */
  static UsedObject unchanged(StoredObject object, ObjectKey user) {
    return new UsedObject(object.key(), user, object.fingerprint(), false);
  }

  /** A policy that must not block downloads. It need not exist. */
  static UsedObject notBlocking(ObjectKey policy, ObjectKey user) {
    return new UsedObject(policy, user, "", true);
  }

  public ObjectKey key() {
    return key;
  }

  /** One of the objects whose steps depend on it. */
  public ObjectKey user() {
    return user;
  }

  /** Whether the object must not block, instead of having to exist. */
  public boolean mustNotBlock() {
    return mustNotBlock;
  }

  /** Whether the object has changed in a way that matters for the plan. */
  public boolean isChanged(StoredObject now) {
    return mustNotBlock
        ? DownloadSwitches.isAnyRuleOn(now.content())
        : !fingerprint.isEmpty() && !fingerprint.equals(now.fingerprint());
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("object", key.toJson());
    json.set("neededBy", user.toJson());
    if (mustNotBlock) {
      json.put(MUST_NOT_BLOCK, true);
    }
    return fingerprint.isEmpty() ? json : json.put("fingerprint", fingerprint);
  }

  static Optional<UsedObject> read(JsonNode json) {
    return StepJson.key(json.path("object"))
        .flatMap(key -> StepJson.key(json.path("neededBy"))
            .map(user -> new UsedObject(
                key,
                user,
                json.path("fingerprint").asText(),
                json.path(MUST_NOT_BLOCK).asBoolean())));
  }
}
