package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/** The outcome of assigning a policy to one watch. Immutable. */
@JsonSerialize(as = Assignment.class)
public interface Assignment {
  /** The name of the watch. */
  @JsonProperty("watch")
  String watch();

  /** The server's words. */
  @JsonProperty("answer")
  String answer();

  /** Whether the watch now applies the policy, also if it did before. */
  @JsonProperty("assigned")
  boolean isAssigned();
}
