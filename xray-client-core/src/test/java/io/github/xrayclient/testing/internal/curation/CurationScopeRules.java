package io.github.xrayclient.testing.internal.curation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;

/** Checks which lists a curation policy may have with its scope. An empty list counts as absent. */
public final class CurationScopeRules {
  private CurationScopeRules() {}

  public static void check(ObjectNode policy) {
    String scope = policy.path("scope").textValue();
    switch (scope) {
      case "all_repos":
        forbid(policy, scope, List.of("repo_include", "pkg_types_include"));
        break;
      case "specific_repos":
        require(policy, scope, List.of("repo_include"));
        forbid(policy, scope, List.of("repo_exclude", "pkg_types_include"));
        forbidFederation(policy, scope);
        break;
      case "pkg_types":
        require(policy, scope, List.of("pkg_types_include"));
        forbid(policy, scope, List.of("repo_include"));
        break;
      case "specific_groups":
        require(policy, scope, List.of("group_include", "group_exclude"));
        forbidFederation(policy, scope);
        break;
      default:
        throw CurationPolicyRules.invalid("unknown scope " + scope);
    }
  }

  private static void require(ObjectNode policy, String scope, List<String> oneOf) {
    if (oneOf.stream().allMatch(member -> Trees.isEmpty(policy.path(member)))) {
      throw CurationPolicyRules.invalid(
          String.join(" or ", oneOf) + " is required with scope " + scope);
    }
  }

  private static void forbid(ObjectNode policy, String scope, List<String> members) {
    for (String member : members) {
      if (!Trees.isEmpty(policy.path(member))) {
        throw CurationPolicyRules.invalid(member + " is not allowed with scope " + scope);
      }
    }
  }

  private static void forbidFederation(ObjectNode policy, String scope) {
    if (policy.path("share_with_federation").asBoolean()) {
      throw CurationPolicyRules.invalid("share_with_federation is not allowed with scope " + scope);
    }
  }
}
