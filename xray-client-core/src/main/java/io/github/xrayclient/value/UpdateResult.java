package io.github.xrayclient.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What became of an update. Immutable.
 *
 * @param <T> what was updated
 */
public final class UpdateResult<T> {
  private final T value;
  private final List<UnexpectedChange> unexpectedChanges;
  private final List<String> unsentFields;
  private final List<String> notes;

  /** A result without notes. */
  public UpdateResult(
      T value, List<UnexpectedChange> unexpectedChanges, List<String> unsentFields) {
    this(value, unexpectedChanges, unsentFields, List.of());
  }

  /** The object as the server has it now, and what is to be known of it. */
  public UpdateResult(
      T value,
      List<UnexpectedChange> unexpectedChanges,
      List<String> unsentFields,
      List<String> notes) {
    this.value = Objects.requireNonNull(value, "value");
    this.unexpectedChanges = List.copyOf(unexpectedChanges);
    this.unsentFields = List.copyOf(unsentFields);
    this.notes = List.copyOf(notes);
  }

  /** The object as the server has it now. */
  public T value() {
    return value;
  }

  /**
   * What changed, appeared or vanished without being asked for; empty as a rule. Credentials of the
   * client that the server sent back are hidden here, other than in {@link #value()}.
   */
  public List<UnexpectedChange> unexpectedChanges() {
    return unexpectedChanges;
  }

  /**
   * Names of fields that this version of the library does not know and therefore did not send,
   * since the server may refuse them.
   */
  public List<String> unsentFields() {
    return unsentFields;
  }

  /** Sentences on what could not be checked, or is only probably so; empty as a rule. */
  public List<String> notes() {
    return notes;
  }

  /** A copy of this result with one more note. */
  public UpdateResult<T> withNote(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new UpdateResult<>(value, unexpectedChanges, unsentFields, more);
  }

  @Override
  public String toString() {
    return "UpdateResult(unexpected "
        + unexpectedChanges
        + ", unsent "
        + unsentFields
        + ", notes "
        + notes
        + ")";
  }
}
