package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One list of waivers of a curation policy as it should be on the target: a waiver that the target
 * has keeps its id, and one that it lacks is added. Waivers cannot be edited, only replaced. A
 * waiver with fields that the library does not know is neither copied nor replaced, since the new
 * one would not have them.
 */
public final class WaiverMerge {
  private final ArrayNode content = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode body = JsonNodeFactory.instance.arrayNode();
  private final List<String> extras = new ArrayList<>();
  private final List<String> rephrased = new ArrayList<>();
  private final List<String> differing = new ArrayList<>();
  private final List<JsonNode> skipped = new ArrayList<>();
  private final List<JsonNode> lost = new ArrayList<>();

  private WaiverMerge() {}

  /** Everything that the target has stays, and what it lacks is added. */
  public static WaiverMerge keeping(JsonNode source, JsonNode target) {
    WaiverMerge merge = new WaiverMerge();
    Set<String> desired = new HashSet<>();
    source.forEach(waiver -> desired.add(Waivers.name(waiver)));
    Set<String> there = new HashSet<>();
    for (JsonNode waiver : target) {
      merge.keep(waiver);
      there.addAll(List.of(Waivers.name(waiver), exactName(waiver), fullName(waiver)));
      if (!desired.contains(Waivers.name(waiver))) {
        merge.extras.add(Waivers.name(waiver));
      }
    }
    for (JsonNode waiver : source) {
      if (!there.contains(Waivers.name(waiver))) {
        merge.bring(waiver);
      } else if (!there.contains(exactName(waiver))) {
        merge.rephrased.add(Waivers.name(waiver));
      } else if (!there.contains(fullName(waiver))) {
        merge.differing.add(Waivers.name(waiver));
      }
    }
    return merge;
  }

  /** Drops waivers that only the target has, and replaces those that differ if that is possible. */
  public static WaiverMerge exact(JsonNode source, JsonNode target) {
    WaiverMerge merge = new WaiverMerge();
    Supply there = new Supply(target);
    JsonNode[] kept = new JsonNode[source.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = there.take(there.byFullName, fullName(source.get(i)));
    }
    for (int i = 0; i < kept.length; i++) {
      JsonNode waiver = source.get(i);
      if (kept[i] == null) {
        kept[i] = there.take(there.byExactName, exactName(waiver));
        if (kept[i] != null) {
          merge.differing.add(Waivers.name(waiver));
        }
      }
    }
    for (int i = 0; i < kept.length; i++) {
      merge.keepOrBring(source.get(i), kept[i], there);
    }
    for (JsonNode waiver : there.left(target)) {
      if (!Waivers.unknown(waiver).isEmpty()) {
        merge.lost.add(waiver);
      }
    }
    return merge;
  }

  private void keepOrBring(JsonNode waiver, @Nullable JsonNode same, Supply there) {
    if (same != null) {
      keep(same);
      return;
    }
    boolean isPlain = Waivers.unknown(waiver).isEmpty();
    JsonNode old = there.take(isPlain ? there.unknownByName : there.byName, Waivers.name(waiver));
    if (old == null) {
      bring(waiver);
    } else {
      keep(old);
      skipped.add(isPlain ? old : waiver);
    }
  }

  private static String exactName(JsonNode waiver) {
    return Waivers.name(waiver) + "\n" + waiver.path("justification").asText();
  }

  private static String fullName(JsonNode waiver) {
    return exactName(waiver) + "\n" + Waivers.unknown(waiver);
  }

  private void keep(JsonNode waiver) {
    body.addObject().put("id", waiver.path("id").asText());
    content.add(WaiverFields.sent(waiver));
  }

  private void bring(JsonNode waiver) {
    if (Waivers.unknown(waiver).isEmpty()) {
      body.add(WaiverFields.sent(waiver));
      content.add(WaiverFields.sent(waiver));
    } else {
      skipped.add(waiver);
    }
  }

  /** The waivers as they shall be. */
  ArrayNode content() {
    return content;
  }

  /** The waivers in the form in which they are sent: by id if the target has them. */
  public ArrayNode body() {
    return body;
  }

  /** Names of waivers that only the target has and that stay. */
  List<String> extras() {
    return extras;
  }

  /** Names of waivers that stay although their justification differs. */
  List<String> rephrased() {
    return rephrased;
  }

  /** Names of waivers that stay although their unknown fields differ. */
  List<String> differing() {
    return differing;
  }

  /** Waivers that the target does not get because of their unknown fields. */
  List<JsonNode> skipped() {
    return skipped;
  }

  /** Waivers of the target that are dropped and have unknown fields. */
  List<JsonNode> lost() {
    return lost;
  }

  /** The id of each waiver of a list by its place. */
  public static Map<String, ObjectNode> byId(JsonNode list) {
    Map<String, ObjectNode> byId = new LinkedHashMap<>();
    list.forEach(waiver -> byId.put(waiver.path("id").asText(), (ObjectNode) waiver));
    return byId;
  }

  /** The waivers of the target, each of which can be taken once. */
  private static final class Supply {
    private final Set<JsonNode> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Deque<JsonNode>> byFullName = new HashMap<>();
    private final Map<String, Deque<JsonNode>> byExactName = new HashMap<>();
    private final Map<String, Deque<JsonNode>> byName = new HashMap<>();
    private final Map<String, Deque<JsonNode>> unknownByName = new HashMap<>();

    Supply(JsonNode waivers) {
      for (JsonNode waiver : waivers) {
        put(byFullName, WaiverMerge::fullName, waiver);
        put(byExactName, WaiverMerge::exactName, waiver);
        put(byName, Waivers::name, waiver);
        if (!Waivers.unknown(waiver).isEmpty()) {
          put(unknownByName, Waivers::name, waiver);
        }
      }
    }

    private static void put(
        Map<String, Deque<JsonNode>> to, Function<JsonNode, String> name, JsonNode waiver) {
      to.computeIfAbsent(name.apply(waiver), absent -> new ArrayDeque<>()).add(waiver);
    }

    @Nullable
    JsonNode take(Map<String, Deque<JsonNode>> from, String name) {
      Deque<JsonNode> candidates = from.getOrDefault(name, new ArrayDeque<>());
      while (!candidates.isEmpty()) {
        JsonNode waiver = candidates.remove();
        if (taken.add(waiver)) {
          return waiver;
        }
      }
      return null;
    }

    List<JsonNode> left(JsonNode waivers) {
      List<JsonNode> left = new ArrayList<>();
      waivers.forEach(left::add);
      left.removeIf(taken::contains);
      return left;
    }
  }
}
