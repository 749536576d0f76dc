package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/** The result of assigning a policy to one watch. Immutable. */
@JsonSerialize(as = Assignment.class)
public interface Assignment {
  /** The name of the watch. */
  @JsonProperty("watch")
  String watch();

  /**
   * The sentence with which the server reported the result, such as
   * {@code Policy assigned successfully to Watch}.
   */
  @JsonProperty("answer")
  String answer();

  /**
   * Whether the watch now applies the policy; also true if it did so before. It is derived from
   * {@link #answer()}.
   */
  @JsonProperty("assigned")
  boolean isAssigned();
}
