package io.github.xrayclient.internal.write;

import io.github.xrayclient.internal.json.UnreadFields;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/** The implementation of the result of an update. */
@Value.Immutable
@XrayStyle
public abstract class UpdateOutcome<T> implements UpdateResult<T> {
  /** Creates the result of an update that was sent, with the object as it is now. */
  public static <T> UpdateResult<T> sent(
      T value, List<FieldChange> unexpectedChanges, List<String> unsentFields) {
    return ImmutableUpdateOutcome.<T>builder()
        .value(value)
        .isSent(true)
        .unexpectedChanges(unexpectedChanges)
        .unsentFields(unsentFields)
        .notes(notes(value))
        .build();
  }

  /** Creates the result of an edit that changed nothing, with the object as it was read. */
  public static <T> UpdateResult<T> unsent(T value) {
    return ImmutableUpdateOutcome.<T>builder()
        .value(value)
        .isSent(false)
        .notes(notes(value))
        .build();
  }

  /** Notes the fields of an object that could not be read. */
  private static List<UpdateNote> notes(Object value) {
    List<String> unread = UnreadFields.of(value);
    return unread.isEmpty()
        ? List.of()
        : List.of(NoteOfUpdate.of(
            UpdateNote.Kind.UNREAD_FIELDS,
            unread,
            "the values of " + String.join(", ", unread)
                + " could not be read; updates send them as received, unless they set these fields"
                + " or only the server can"));
  }

  /** Returns a copy of a result with more notes. */
  public static <T> UpdateResult<T> withNotes(UpdateResult<T> result, List<UpdateNote> more) {
    List<UpdateNote> notes = new ArrayList<>(result.notes());
    notes.addAll(more);
    return ImmutableUpdateOutcome.<T>builder().from(result).notes(notes).build();
  }

  @Override
  public String toString() {
    return "UpdateResult{sent=" + isSent()
        + ", unexpectedChanges=" + UnexpectedValues.sentences(unexpectedChanges())
        + ", unsentFields=" + unsentFields()
        + ", notes=" + notes() + "}";
  }
}
