package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;

/**
 * The result of an update. Immutable.
 *
 * @param <T> the type of the updated object
 */
@JsonPropertyOrder({"value", "sent", "unexpectedChanges", "unsentFields", "notes"})
@JsonSerialize(as = UpdateResult.class)
public interface UpdateResult<T> {
  /** The object as the server has it after the update. */
  @JsonProperty("value")
  T value();

  /** Whether the update was sent; false for an edit that changed nothing. */
  @JsonProperty("sent")
  boolean isSent();

  /**
   * Fields that now have another value than the update asked for; usually empty. {@link
   * FieldChange#from()} is the value that was asked for, and {@link FieldChange#to()} is the value
   * that the server has now. If the server sent back the client's credentials, they are hidden
   * here, but not in {@link #value()}.
   */
  @JsonProperty("unexpectedChanges")
  List<FieldChange> unexpectedChanges();

  /**
   * The names of fields that were not sent because this version of the library does not know them
   * and the server may refuse them; usually empty.
   */
  @JsonProperty("unsentFields")
  List<String> unsentFields();

  /** Remarks about the update, such as fields that could not be checked; usually empty. */
  @JsonProperty("notes")
  List<UpdateNote> notes();

  /** Describes the result without {@link #value()}, which may be long. */
  @Override
  String toString();
}
