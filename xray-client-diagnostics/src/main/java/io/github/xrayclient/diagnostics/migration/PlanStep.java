package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A step of a plan: one request to the target. Immutable; equal to another step with the same
 * content.
 */
public interface PlanStep {
  /** The actions of steps. */
  enum Action {
    /** Creates an object with {@code POST}. */
    CREATE,
    /** Changes an object with {@code PUT}. */
    UPDATE,
    /** Deletes an object. */
    DELETE;

    /** The action in lower case, as in {@code create}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The number of the step in its plan, counted from 1. */
  int number();

  /** Whether the object is created, changed or deleted. */
  Action action();

  /** The object that is created, changed or deleted. */
  ObjectKey object();

  /**
   * An object that needs the object of this step, if the object is not selected and is created only
   * for this reason; see {@link Migration#select Migration.select(..)}.
   */
  Optional<ObjectKey> neededBy();

  /**
   * The objects on the target that refer to the object of this step and will use its new content:
   * the curation policies of a condition, the watches of a policy, and the ignore rules of either.
   * Ignore rules are listed only if the plan covers them. Empty if the object is created.
   */
  List<ObjectKey> usedBy();

  /**
   * The name that the object has on the target until this step gives it a new one; empty if it
   * keeps its name. Only curation policies can be renamed, so that they keep their ids and waivers.
   */
  Optional<String> renamedFrom();

  /**
   * Who changed the object on the target last, as far as the server tells: not for policies and
   * watches, for which servers only tell who created them.
   */
  Optional<String> changedBy();

  /** When the object was changed last on the target, as far as the server tells. */
  Optional<Timestamp> changedAt();

  /**
   * The fields that change, from the value on the target to the value in the snapshot. Empty unless
   * an object is updated, or an ignore rule is replaced by a new one.
   */
  List<FieldChange> changes();

  /**
   * A copy of the object as it was on the target when the plan was made, with its id and the other
   * fields that the server sets; empty if the step creates an object.
   */
  Optional<JsonNode> current();

  /** The HTTP method of the request. */
  String method();

  /** The encoded path of the request with its query. */
  String path();

  /**
   * A copy of the body of the request; empty for a deletion. The id of a condition that an earlier
   * step creates is not known yet; the body then contains {@code {"$ref": "conditions/NAME"}}
   * instead.
   */
  Optional<JsonNode> body();

  /** The step as JSON, as in the file of a plan; see {@link MigrationPlan}. */
  ObjectNode toJson();

  /**
   * The step in words, as in {@code create watch libs}. After the name of an object that is not
   * selected follows {@code needed by} and the object that needs it.
   */
  @Override
  String toString();
}
