package io.github.xrayclient.curation.internal.message;

import java.util.Optional;

/** A violated policy as a message of Curation names it. Immutable. */
public final class PolicyGroup {
  private final String policy;
  private final Optional<String> condition;
  private final Optional<String> explanation;
  private final Optional<String> recommendation;

  PolicyGroup(
      String policy,
      Optional<String> condition,
      Optional<String> explanation,
      Optional<String> recommendation) {
    this.policy = policy;
    this.condition = condition;
    this.explanation = explanation;
    this.recommendation = recommendation;
  }

  /** The name of the policy; empty if the message has an empty text in its place. */
  public String policy() {
    return policy;
  }

  public Optional<String> condition() {
    return condition;
  }

  public Optional<String> explanation() {
    return explanation;
  }

  public Optional<String> recommendation() {
    return recommendation;
  }
}
