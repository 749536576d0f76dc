package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;

/**
 * The outcome of an update. Immutable.
 *
 * @param <T> what was updated
 */
@JsonPropertyOrder({"value", "sent", "unexpectedChanges", "unsentFields", "notes"})
@JsonSerialize(as = UpdateResult.class)
public interface UpdateResult<T> {
  /** The object as the server has it now. */
  @JsonProperty("value")
  T value();

  /** Whether the update was sent; false for an edit that changed nothing. */
  @JsonProperty("sent")
  boolean isSent();

  /**
   * What changed, appeared or vanished without being asked for; empty as a rule. {@link
   * FieldChange#from()} is the value that was asked for, {@link FieldChange#to()} the one that the
   * server has now. Credentials of the client that the server sent back are hidden here, other than in
   * {@link #value()}.
   */
  @JsonProperty("unexpectedChanges")
  List<FieldChange> unexpectedChanges();

  /**
   * Names of fields that this version of the library does not know and therefore did not send, since
   * the server may refuse them.
   */
  @JsonProperty("unsentFields")
  List<String> unsentFields();

  /** What a caller should know of the update, such as what could not be checked; usually empty. */
  @JsonProperty("notes")
  List<UpdateNote> notes();

  /** The outcome without {@link #value()}, which may be long. */
  @Override
  String toString();
}
