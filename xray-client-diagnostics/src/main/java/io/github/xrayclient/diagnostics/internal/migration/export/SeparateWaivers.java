package io.github.xrayclient.diagnostics.internal.migration.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.internal.migration.content.PortableContent;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Separates the content of a curation policy from its waivers. Waivers for the same package and
 * versions, or for the same label, stay in the policy: in files of their own, they could not be
 * told from a waiver that a merge has doubled.
 */
final class SeparateWaivers {
  private final ObjectNode policy;
  private final SortedMap<String, JsonNode> waivers = new TreeMap<>();

  /**
   * @param content the policy with all of its waivers
   */
  SeparateWaivers(ObjectNode content) {
    policy = content.objectNode().setAll(content);
    Map<String, Integer> named = new HashMap<>();
    PortableContent.waivers(content)
        .forEach(waiver -> named.merge(Waivers.name(waiver), 1, Integer::sum));
    CurationPolicyFields.WAIVERS.stream()
        .filter(list -> content.path(list).isArray())
        .forEach(list -> separate(list, content.get(list), named));
  }

  private void separate(String list, JsonNode all, Map<String, Integer> named) {
    ArrayNode rest = policy.putArray(list);
    for (JsonNode waiver : all) {
      String name = Waivers.name(waiver);
      boolean isSeparate = WaiverFile.list(waiver).filter(list::equals).isPresent()
          && named.getOrDefault(name, 0) == 1;
      if (isSeparate) {
        waivers.put(name, waiver);
      } else {
        rest.add(waiver);
      }
    }
    if (rest.isEmpty()) {
      policy.remove(list);
    }
  }

  /** The policy with those waivers that have no file of their own. */
  ObjectNode policy() {
    return policy;
  }

  /** The other waivers by their names. */
  SortedMap<String, JsonNode> waivers() {
    return waivers;
  }
}
