package io.github.xrayclient.policy;

import java.util.List;
import java.util.Set;

/** Who applies policies: the watches, which know policies and not the other way round. */
public interface PolicyUsers {
  /**
   * The names of the watches that apply the policy.
   *
   * @param otherwise projects in which the policy's name means another policy
   */
  List<String> namesOf(Policy policy, Set<String> otherwise);

  /**
   * Takes the policy off every watch that applies it, and gives their names.
   *
   * @param otherwise projects in which the policy's name means another policy
   */
  List<String> detach(Policy policy, Set<String> otherwise);
}
