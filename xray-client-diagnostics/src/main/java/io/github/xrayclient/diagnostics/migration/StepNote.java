package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Why a step failed, or what is not as it should be although the step is done. Immutable; equal to
 * another with the same content.
 */
public interface StepNote {
  /** What a note is about. More kinds may be added. */
  enum Kind {
    /** The server answered the request, or one before it, with an error. */
    REFUSED_BY_SERVER,
    /** Somebody else changed the object, so the request was not sent. */
    CHANGED_BY_OTHERS,
    /** The object needs a condition that is not on the server as it was planned. */
    CONDITION_NOT_AS_PLANNED,
    /** The server accepted the request, but the object is unchanged, missing, or still there. */
    WITHOUT_EFFECT,
    /** The server accepted the request, but the object could not be read afterwards. */
    NOT_VERIFIED,
    /** The answer was lost, and it could not be found out whether the request had an effect. */
    OUTCOME_UNKNOWN,
    /** Every other failure, such as a broken connection. */
    FAILED,
    /** The step is done, but a field of the object has another value than was sent. */
    FIELD_DIFFERS,
    /** The rollback could not restore a field that this version of the library does not know. */
    FIELD_NOT_RESTORED,
    /** The rollback could not restore a waiver that has unknown fields. */
    WAIVER_NOT_RESTORED
  }

  /** What it is about. */
  Kind kind();

  /**
   * The field that differs or is not restored, such as {@code rules[r].criteria.min_severity}, or the
   * waiver that is not restored, such as {@code npm left-pad 1.0}. Empty if the kind says it all.
   */
  Optional<String> subject();

  /** One sentence for people, in which credentials of the client are hidden. */
  String text();

  /** As JSON: {@code kind}, {@code subject} if there is one, and {@code text}. */
  ObjectNode toJson();

  /** The text. */
  @Override
  String toString();
}
