package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Something about a plan that its reader should know and that is not a step: a warning, a difference
 * that the plan skips, or something that only the target has. Immutable; equal to another with the same
 * content.
 */
public interface PlanNote {
  /** What a note means for the plan. */
  enum Category {
    /** A step may fail or have another effect than expected, or something was not compared. */
    WARNING,
    /** The snapshot has it, and the plan does not bring it to the target. */
    SKIPPED,
    /** Only the target has it, and the plan keeps it. */
    ONLY_ON_TARGET
  }

  /** What a note is about. More kinds may be added. */
  enum Kind {
    /** A kind of objects is missing in the snapshot, because it could not be read. */
    NOT_IN_SNAPSHOT(Category.WARNING),
    /** A kind of objects was not compared, because the target's could not be read. */
    NOT_COMPARED(Category.WARNING),
    /** The target could not be asked whether it has what the steps need. */
    NOT_CHECKED(Category.WARNING),
    /** An ignore rule of the snapshot has expired, so it is not created. */
    IGNORE_RULE_EXPIRED(Category.WARNING),
    /** A policy has another type on the target, and servers may refuse to change it. */
    POLICY_TYPE_DIFFERS(Category.WARNING),
    /** A new policy of a project takes precedence over a global one in a watch of the target. */
    GLOBAL_POLICY_OVERRIDDEN(Category.WARNING),
    /** The update may reset a field of the target that this version of the library does not know. */
    FIELD_MAY_BE_RESET(Category.WARNING),
    /** Neither the snapshot nor the target has the condition of a curation policy. */
    CONDITION_MISSING(Category.WARNING),
    /** A curation policy uses a condition of the target that the snapshot does not contain. */
    CONDITION_NOT_IN_SNAPSHOT(Category.WARNING),
    /** The target does not have the template of a condition. */
    TEMPLATE_MISSING(Category.WARNING),
    /** Neither the snapshot nor the target has a policy that a watch applies. */
    POLICY_MISSING(Category.WARNING),
    /** The target does not have a repository that a curation policy names. */
    REPOSITORY_MISSING(Category.WARNING),
    /** A repository of a watch is not indexed on the target. */
    REPOSITORY_NOT_INDEXED(Category.WARNING),
    /** The target does not have a group, or the token may not look it up. */
    GROUP_NOT_FOUND(Category.WARNING),
    /** The target does not have a project, or the token may not look it up. */
    PROJECT_NOT_FOUND(Category.WARNING),
    /** The snapshot does not have an object, but another object of the snapshot needs it. */
    STILL_NEEDED(Category.WARNING),
    /** Tells for each curation policy how many {@link #WAIVER_WITH_UNKNOWN_FIELDS} it has. */
    WAIVERS_SKIPPED(Category.WARNING),
    /** A waiver is deleted that a rollback cannot restore, because it has unknown fields. */
    WAIVER_NOT_RESTORABLE(Category.WARNING),
    /** A condition of the target has the same name and other content, or the policy that uses it. */
    CONDITION_DIFFERS(Category.SKIPPED),
    /** The name of a curation policy's condition is not in the snapshot. */
    CONDITION_WITHOUT_NAME(Category.SKIPPED),
    /** A curation policy is disabled in the snapshot, which only servers can do. */
    DISABLED_IN_SNAPSHOT(Category.SKIPPED),
    /** The target has disabled a curation policy that is enabled in the snapshot. */
    DISABLED_ON_TARGET(Category.SKIPPED),
    /** Servers accept a field but never return it, so nobody knows its value. */
    FIELD_NOT_READABLE(Category.SKIPPED),
    /** A field that this version of the library does not know differs, and is not sent. */
    UNKNOWN_FIELD(Category.SKIPPED),
    /** The justification of a waiver differs, which can only be replaced by exact waivers. */
    WAIVER_JUSTIFICATION_DIFFERS(Category.SKIPPED),
    /** Fields of a waiver that this version of the library does not know differ. */
    WAIVER_FIELDS_DIFFER(Category.SKIPPED),
    /** A waiver has fields that this version of the library does not know and cannot copy. */
    WAIVER_WITH_UNKNOWN_FIELDS(Category.SKIPPED),
    /** An object that the snapshot does not have. */
    OBJECT_ONLY_ON_TARGET(Category.ONLY_ON_TARGET),
    /** A waiver that the curation policy does not have in the snapshot. */
    WAIVER_ONLY_ON_TARGET(Category.ONLY_ON_TARGET);

    private final Category category;

    Kind(Category category) {
      this.category = category;
    }

    /** What notes of this kind mean for the plan. */
    public Category category() {
      return category;
    }
  }

  /** What it is about. */
  Kind kind();

  /** The object that it is about, for a waiver its policy; empty if it is about no single one. */
  Optional<ObjectKey> object();

  /**
   * What it is about inside the object or beside it, by name: the field, repository, group, project,
   * template, condition, policy, watch, waiver or kind of objects that {@link #kind()} speaks of. A
   * waiver is named by its package and versions or by its label: {@code npm left-pad 1.0}, {@code label
   * approved}. Empty if the kind says it all.
   */
  Optional<String> subject();

  /** One sentence for people. */
  String text();

  /** What it means for the plan. */
  default Category category() {
    return kind().category();
  }

  /** As JSON: {@code kind}, {@code category}, {@code object} and {@code subject} if any, {@code text}. */
  ObjectNode toJson();

  /** The text. */
  @Override
  String toString();
}
