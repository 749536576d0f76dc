package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A note on the result of a step: the reason why the step failed, or a difference or loss although
 * the step is done. Immutable; equal to another note with the same content.
 */
public interface StepNote {
  /** The kinds of notes. More kinds may be added. */
  enum Kind {
    /** The step failed, because the server answered a request of the step with an error. */
    REFUSED_BY_SERVER,
    /** The step failed, because somebody else changed the object. The request was not sent. */
    CHANGED_BY_OTHERS,
    /**
     * The step failed, because a condition is missing on the server or has other content than
     * planned.
     */
    CONDITION_NOT_AS_PLANNED,
    /** The step failed: the server accepted the request, but it had no effect. */
    WITHOUT_EFFECT,
    /**
     * The step failed: the server accepted the request, but the object could not be read
     * afterwards.
     */
    NOT_VERIFIED,
    /**
     * The step failed: the answer was lost, and it is unknown whether the request had an effect.
     */
    OUTCOME_UNKNOWN,
    /** The step failed for another reason, such as a broken connection. */
    FAILED,
    /**
     * The step is done, but the server stored a value of a field that differs from the one that was
     * sent.
     */
    FIELD_DIFFERS,
    /** The step is undone, except for a field that this version of the library does not know. */
    FIELD_NOT_RESTORED,
    /**
     * The step is undone, except for a waiver with fields that this version of the library does not
     * know.
     */
    WAIVER_NOT_RESTORED
  }

  /** The kind of the note. */
  Kind kind();

  /**
   * The field that differs or is not restored, as in {@code rules[r].criteria.min_severity}, or
   * the waiver that is not restored, as in {@code npm left-pad 1.0}. Empty for other notes.
   */
  Optional<String> subject();

  /** The note in words, for people. Credentials of the client are hidden. */
  String text();

  /**
   * The note as JSON, with the fields {@code kind}, {@code subject} (absent if there is none) and
   * {@code text}.
   */
  ObjectNode toJson();

  /** The text. */
  @Override
  String toString();
}
