package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A note about a plan: a warning, a part of the snapshot that the plan skips, or an object or
 * waiver that only the target has. Immutable; equal to another note with the same content.
 */
public interface PlanNote {
  /** What notes mean for the plan. */
  enum Category {
    /** A step may fail or have another effect than expected, or objects could not be compared. */
    WARNING,
    /** The plan could not find out whether the target has something that its steps need. */
    NOT_CHECKED,
    /** A part of the snapshot is not copied to the target. */
    SKIPPED,
    /**
     * A curation policy, a rule of a policy or a watch blocks in the snapshot, but not on the
     * target until it is promoted. Only plans that are made {@link Migration#asDryRun asDryRun}
     * have such notes.
     */
    AWAITS_PROMOTION,
    /** An object or waiver exists only on the target, and is kept. */
    ONLY_ON_TARGET
  }

  /** The kinds of notes. More kinds may be added. */
  enum Kind {
    /** Objects of one kind are not compared, because they could not be read for the snapshot. */
    NOT_IN_SNAPSHOT(Category.WARNING),
    /** Objects of one kind are not compared, because they could not be read from the target. */
    NOT_COMPARED(Category.WARNING),
    /**
     * The plan could not check whether the target has something that the steps need: because the
     * request failed, or because there is no request that lists such things.
     */
    NOT_CHECKED(Category.NOT_CHECKED),
    /**
     * No name in the snapshot is covered by an entry of the mapping. The subject is the field and
     * the old name in the file of the mapping.
     */
    MAPPING_ENTRY_UNUSED(Category.WARNING),
    /**
     * A path of an ignore rule or of a filter begins with the name of a mapped repository, which
     * was replaced. It may have been the name of a folder.
     */
    PATH_RENAMED(Category.WARNING),
    /**
     * A pattern of project keys is not changed, because no entry of the mapping covers it, although
     * the mapping renames projects.
     */
    PATTERN_NOT_RENAMED(Category.WARNING),
    /**
     * An object is not compared, because the selection of the snapshot does not include it, and no
     * selected object needs it. Somebody may have added its file by hand.
     */
    NOT_SELECTED(Category.WARNING),
    /**
     * A selected object needs an object that is not selected, and which has other content on the
     * target than in the snapshot. The plan does not change it.
     */
    NEEDED_OBJECT_DIFFERS(Category.WARNING),
    /**
     * An object that only the snapshot has differs only in its name from one that only the target
     * has, whose name is the subject. It was probably renamed.
     */
    LOOKS_RENAMED(Category.WARNING),
    /** An ignore rule of the snapshot has expired, so it is not created. */
    IGNORE_RULE_EXPIRED(Category.WARNING),
    /** A policy has another type on the target, and the server may refuse to change it. */
    POLICY_TYPE_DIFFERS(Category.WARNING),
    /**
     * A watch of the target will use a new policy of its project instead of the global policy with
     * the same name.
     */
    GLOBAL_POLICY_OVERRIDDEN(Category.WARNING),
    /**
     * An update may reset a field that the object has on the target and that this version of the
     * library does not know.
     */
    FIELD_MAY_BE_RESET(Category.WARNING),
    /**
     * A known field of an object has a value of another type than documented. It is sent as it is,
     * and the server may refuse it.
     */
    UNREAD_FIELD(Category.WARNING),
    /**
     * An object has content that servers are known to refuse, such as an unknown word. It is sent
     * as it is. Plans from files have such notes only if they are {@link Migration#unchecked
     * unchecked}.
     */
    MAY_BE_REFUSED(Category.WARNING),
    /** Neither the snapshot nor the target has the condition of a curation policy. */
    CONDITION_MISSING(Category.WARNING),
    /** A curation policy will use a condition of the target that the snapshot does not contain. */
    CONDITION_NOT_IN_SNAPSHOT(Category.WARNING),
    /** The target does not have the template of a condition. */
    TEMPLATE_MISSING(Category.WARNING),
    /** Neither the snapshot nor the target has a policy that a watch uses. */
    POLICY_MISSING(Category.WARNING),
    /** The target does not have a repository that a curation policy needs. */
    REPOSITORY_MISSING(Category.WARNING),
    /** Xray does not index a repository of a watch on the target. */
    REPOSITORY_NOT_INDEXED(Category.WARNING),
    /** The target does not have a group. */
    GROUP_NOT_FOUND(Category.WARNING),
    /** The target does not have a project. */
    PROJECT_NOT_FOUND(Category.WARNING),
    /** The target does not have a webhook that a policy notifies. */
    WEBHOOK_NOT_FOUND(Category.WARNING),
    /**
     * An object is not in the snapshot, but is not deleted, because an object of the snapshot needs
     * it.
     */
    STILL_NEEDED(Category.WARNING),
    /**
     * An object is not in the snapshot, but is not deleted, because it blocks on the target, or
     * because it is an ignore rule without which more could be blocked. Also an ignore rule that is
     * not replaced by that of the snapshot, because that one ends earlier. Only plans that are made
     * {@link Migration#asDryRun asDryRun} have such notes.
     */
    NOT_DELETED(Category.WARNING),
    /**
     * A curation policy or a policy blocks on the target, and an update of it or of its condition
     * changes at once what is blocked, for example by its repositories, its waivers or the criteria
     * of its rules. An update that only changes other fields, such as a description, has no such
     * note. Only plans that are made {@link Migration#asDryRun asDryRun} have such notes.
     */
    BLOCKING_CHANGES(Category.WARNING),
    /**
     * A curation policy is created without waivers, because the snapshot {@linkplain
     * Snapshot#includesWaivers does not contain them}.
     */
    WAIVERS_LEFT_OUT(Category.WARNING),
    /**
     * One or more waivers of a curation policy are skipped. There is one such note for each policy,
     * and one of {@link #WAIVER_WITH_UNKNOWN_FIELDS} for each waiver.
     */
    WAIVERS_SKIPPED(Category.WARNING),
    /**
     * A waiver will be deleted, and a rollback cannot restore it, because it has unknown fields.
     */
    WAIVER_NOT_RESTORABLE(Category.WARNING),
    /** The audit lists downloads that a curation policy to be promoted would have blocked. */
    WOULD_HAVE_BLOCKED(Category.WARNING),
    /**
     * The audit lists no download that a curation policy to be promoted would have blocked. It
     * lists none either if Curation is off, or if the policy was not a dry run.
     */
    NO_DRY_RUN_EVENTS(Category.WARNING),
    /**
     * A curation policy to be promoted was created or changed in the period for which the audit was
     * read, so the audit may not show all that it would block now.
     */
    CHANGED_IN_PERIOD(Category.WARNING),
    /** A curation policy to be promoted is disabled on the target, and stays so. */
    STAYS_DISABLED(Category.WARNING),
    /** Nothing is known of the downloads that a policy to be promoted would block. */
    BLOCKED_DOWNLOADS_UNKNOWN(Category.WARNING),
    /** A policy to be promoted has no blocking that can be turned on, so it is not changed. */
    ALREADY_BLOCKS(Category.SKIPPED),
    /**
     * A condition has the same name but different content on the target. It is skipped, and so are
     * the curation policies that use it; each has a note of this kind.
     */
    CONDITION_DIFFERS(Category.SKIPPED),
    /**
     * A curation policy is skipped, because the snapshot does not contain the name of its
     * condition.
     */
    CONDITION_WITHOUT_NAME(Category.SKIPPED),
    /**
     * A curation policy is disabled in the snapshot but not on the target. The library cannot
     * disable a policy, only servers do.
     */
    DISABLED_IN_SNAPSHOT(Category.SKIPPED),
    /** A curation policy is enabled in the snapshot, but the target has disabled it. */
    DISABLED_ON_TARGET(Category.SKIPPED),
    /**
     * A curation policy, a rule of a policy or a watch blocks on the target, but does not block, or
     * blocks less, in the snapshot. It goes on blocking, because the plan is made {@link
     * Migration#asDryRun asDryRun}. The subject is the name of the rule, or what the watch keeps:
     * {@code active}, {@code project_resources} or the name of a policy. Also a rule that does not
     * block, but without which a rule behind it could block more; it is kept, and the subject is
     * its name. Also a new policy of a project that would take the place of a global one by which a
     * watch blocks; it is not created, and the subject is the name of the watch.
     */
    STILL_BLOCKS(Category.SKIPPED),
    /**
     * The rules of a policy have another order than in the snapshot, because the plan is made
     * {@link Migration#asDryRun asDryRun} and those that decide what the policy blocks on the target
     * keep their places. There is no subject.
     */
    RULE_ORDER_KEPT(Category.SKIPPED),
    /** A field is not copied, because servers accept it but never return it. */
    FIELD_NOT_READABLE(Category.SKIPPED),
    /** A field differs, but is not copied, because this version of the library does not know it. */
    UNKNOWN_FIELD(Category.SKIPPED),
    /**
     * The justification of a waiver differs. Only {@link Migration#exactWaivers} replaces such a
     * waiver, and not if its curation policy blocks and the plan is made {@link Migration#asDryRun
     * asDryRun}.
     */
    WAIVER_JUSTIFICATION_DIFFERS(Category.SKIPPED),
    /** A waiver differs in fields that this version of the library does not know. */
    WAIVER_FIELDS_DIFFER(Category.SKIPPED),
    /**
     * A waiver is skipped, because it has fields that this version of the library does not know.
     */
    WAIVER_WITH_UNKNOWN_FIELDS(Category.SKIPPED),
    /** A curation policy blocks in the snapshot, but has another action on the target. */
    POLICY_AWAITS_PROMOTION(Category.AWAITS_PROMOTION),
    /**
     * A rule of a policy blocks downloads in the snapshot, but not on the target. The subject is
     * the name of the rule.
     */
    RULE_AWAITS_PROMOTION(Category.AWAITS_PROMOTION),
    /**
     * A watch does not begin to block, or to block more, because one of its policies blocks on the
     * target already. A plan of this watch that is not made {@link Migration#asDryRun asDryRun}
     * promotes it. The subject is what the watch does not get: {@code active}, {@code
     * assigned_policies}, {@code project_resources} or the name of a policy.
     */
    WATCH_AWAITS_PROMOTION(Category.AWAITS_PROMOTION),
    /** An object is only on the target. */
    OBJECT_ONLY_ON_TARGET(Category.ONLY_ON_TARGET),
    /** A waiver of a curation policy is only on the target. */
    WAIVER_ONLY_ON_TARGET(Category.ONLY_ON_TARGET);

    private final Category category;

    Kind(Category category) {
      this.category = category;
    }

    /** The category of all notes of this kind. */
    public Category category() {
      return category;
    }
  }

  /** The kind of the note. */
  Kind kind();

  /**
   * The object that the note is about, or the curation policy of a waiver; empty if the note is not
   * about a single object.
   */
  Optional<ObjectKey> object();

  /**
   * The name of the field, repository, group, project, webhook, template, condition, policy, watch,
   * waiver, path or kind of objects that the note is about, depending on {@link #kind()}. A waiver
   * is named by its package and versions or by its label, as in {@code npm left-pad 1.0} or {@code
   * label approved}. Empty if the note is about the object as a whole.
   */
  Optional<String> subject();

  /** The note in words, for people. Credentials of the client are hidden. */
  String text();

  /** What the note means for the plan. Its kind decides this. */
  default Category category() {
    return kind().category();
  }

  /**
   * The note as JSON, with the fields {@code kind}, {@code category}, {@code object}, {@code
   * subject} and {@code text}. The field {@code object} or {@code subject} is absent if there is
   * none.
   */
  ObjectNode toJson();

  /** The text. */
  @Override
  String toString();
}
