package io.github.xrayclient.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.write.PolicyFields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The JSON body of a request that creates or updates a policy. */
final class PolicyBody {
  private PolicyBody() {}

  static Map<String, Object> of(
      String name,
      Optional<PolicyType> type,
      Optional<String> description,
      List<Rule> rules,
      Map<String, JsonNode> extras) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    type.ifPresent(known -> body.put("type", known));
    description.ifPresent(text -> body.put("description", text));
    body.put("rules", rules.stream().map(PolicyBody::withActions).collect(Collectors.toList()));
    PolicyFields.FIELDS.addExtras(body, extras);
    return Collections.unmodifiableMap(body);
  }

  /**
   * Adds empty actions if there are none, since servers require the field. Actions that could not
   * be read are among the extras.
   */
  private static Rule withActions(Rule rule) {
    return rule.actions().isPresent() || rule.extras().containsKey("actions")
        ? rule
        : rule.toBuilder().actions(Actions.builder().build()).build();
  }
}
