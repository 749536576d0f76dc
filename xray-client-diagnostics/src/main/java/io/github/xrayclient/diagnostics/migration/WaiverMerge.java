package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One list of waivers of a curation policy as it shall be on the target: what the target has keeps
 * its id, what it lacks is new. Waivers cannot be edited, only replaced.
 */
final class WaiverMerge {
  private final ArrayNode content = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode body = JsonNodeFactory.instance.arrayNode();
  private final List<String> extras = new ArrayList<>();
  private final List<String> rephrased = new ArrayList<>();

  private WaiverMerge() {}

  /** Everything that the target has stays, and what it lacks is added. */
  static WaiverMerge keeping(JsonNode source, JsonNode target) {
    WaiverMerge merge = new WaiverMerge();
    Set<String> wanted = new HashSet<>();
    source.forEach(waiver -> wanted.add(Waivers.name(waiver)));
    Set<String> there = new HashSet<>();
    for (JsonNode waiver : target) {
      merge.keep(waiver);
      there.add(Waivers.name(waiver));
      there.add(exactName(waiver));
      if (!wanted.contains(Waivers.name(waiver))) {
        merge.extras.add(Waivers.name(waiver));
      }
    }
    for (JsonNode waiver : source) {
      if (!there.contains(Waivers.name(waiver))) {
        merge.add(waiver);
      } else if (!there.contains(exactName(waiver))) {
        merge.rephrased.add(Waivers.name(waiver));
      }
    }
    return merge;
  }

  /** What the target has beyond the source is dropped, and what differs is replaced. */
  static WaiverMerge exact(JsonNode source, JsonNode target) {
    WaiverMerge merge = new WaiverMerge();
    Map<String, Deque<JsonNode>> there = new LinkedHashMap<>();
    target.forEach(waiver ->
        there.computeIfAbsent(exactName(waiver), absent -> new ArrayDeque<>()).add(waiver));
    for (JsonNode waiver : source) {
      Deque<JsonNode> same = there.getOrDefault(exactName(waiver), new ArrayDeque<>());
      if (same.isEmpty()) {
        merge.add(waiver);
      } else {
        merge.keep(same.remove());
      }
    }
    return merge;
  }

  private static String exactName(JsonNode waiver) {
    return Waivers.name(waiver) + "\n" + justification(waiver);
  }

  private static String justification(JsonNode waiver) {
    return waiver.path("justification").asText();
  }

  private void keep(JsonNode waiver) {
    body.addObject().put("id", waiver.path("id").asText());
    content.add(Portable.sentOfWaiver(waiver));
  }

  private void add(JsonNode waiver) {
    body.add(waiver.deepCopy());
    content.add(waiver.deepCopy());
  }

  /** The waivers as they shall be. */
  ArrayNode content() {
    return content;
  }

  /** The same as they are sent: by id if the target has them. */
  ArrayNode body() {
    return body;
  }

  /** Waivers that only the target has and that stay. */
  List<String> extras() {
    return extras;
  }

  /** Waivers that stay though their justification is another. */
  List<String> rephrased() {
    return rephrased;
  }

  /** The id of each waiver of a list by its place. */
  static Map<String, ObjectNode> byId(JsonNode list) {
    Map<String, ObjectNode> byId = new LinkedHashMap<>();
    list.forEach(waiver -> byId.put(waiver.path("id").asText(), (ObjectNode) waiver));
    return byId;
  }
}
