package io.github.xrayclient.policy;

import java.util.List;

/** Who applies policies: the watches, which know policies and not the other way round. */
public interface PolicyUsers {
  /** The names of the watches that apply the policy. */
  List<String> namesOf(Policy policy);

  /** Takes the policy off every watch that applies it, and gives their names. */
  List<String> detach(Policy policy);
}
