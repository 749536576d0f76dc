package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges the waivers of a curation policy in the snapshot with those on the target. A waiver that
 * the target already has keeps its id. Waivers cannot be edited, only replaced. A waiver with
 * fields that this version of the library does not know is neither copied nor replaced, since the
 * new waiver would lack these fields.
 */
public final class WaiverMerge {
  private final ArrayNode content = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode body = JsonNodeFactory.instance.arrayNode();
  private final List<JsonNode> onlyOnTarget = new ArrayList<>();
  private final List<String> rephrased = new ArrayList<>();
  private final List<String> differing = new ArrayList<>();
  private final List<JsonNode> skipped = new ArrayList<>();
  private final List<JsonNode> lost = new ArrayList<>();

  private WaiverMerge() {}

  /** Keeps all waivers of the target, and adds those that only the snapshot has. */
  public static WaiverMerge keeping(JsonNode source, JsonNode target) {
    WaiverMerge merge = new WaiverMerge();
    Set<String> desired = new HashSet<>();
    source.forEach(waiver -> desired.add(Waivers.name(waiver)));
    Set<String> onTarget = new HashSet<>();
    for (JsonNode waiver : target) {
      merge.keep(waiver);
      onTarget.addAll(List.of(Waivers.name(waiver), exactName(waiver), fullName(waiver)));
      if (!desired.contains(Waivers.name(waiver))) {
        merge.onlyOnTarget.add(waiver);
      }
    }
    for (JsonNode waiver : source) {
      if (!onTarget.contains(Waivers.name(waiver))) {
        merge.copy(waiver);
      } else if (!onTarget.contains(exactName(waiver))) {
        merge.rephrased.add(Waivers.name(waiver));
      } else if (!onTarget.contains(fullName(waiver))) {
        merge.differing.add(Waivers.name(waiver));
      }
    }
    return merge;
  }

  /**
   * Drops the waivers that only the target has, and replaces those that differ where this is
   * possible.
   */
  public static WaiverMerge exact(JsonNode source, JsonNode target) {
    WaiverMerge merge = new WaiverMerge();
    AvailableWaivers available = new AvailableWaivers(target);
    JsonNode[] kept = new JsonNode[source.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = available.take(available.byFullName, fullName(source.get(i)));
    }
    for (int i = 0; i < kept.length; i++) {
      JsonNode waiver = source.get(i);
      if (kept[i] == null) {
        kept[i] = available.take(available.byExactName, exactName(waiver));
        if (kept[i] != null) {
          merge.differing.add(Waivers.name(waiver));
        }
      }
    }
    for (int i = 0; i < kept.length; i++) {
      merge.keepOrCopy(source.get(i), kept[i], available);
    }
    for (JsonNode waiver : available.left(target)) {
      if (!Waivers.unknown(waiver).isEmpty()) {
        merge.lost.add(waiver);
      }
    }
    return merge;
  }

  private void keepOrCopy(JsonNode waiver, @Nullable JsonNode same, AvailableWaivers available) {
    if (same != null) {
      keep(same);
      return;
    }
    boolean isPlain = Waivers.unknown(waiver).isEmpty();
    JsonNode old =
        available.take(isPlain ? available.unknownByName : available.byName, Waivers.name(waiver));
    if (old == null) {
      copy(waiver);
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

  private void copy(JsonNode waiver) {
    if (Waivers.unknown(waiver).isEmpty()) {
      body.add(WaiverFields.sent(waiver));
      content.add(WaiverFields.sent(waiver));
    } else {
      skipped.add(waiver);
    }
  }

  /** The waivers that the policy has after the merge. */
  ArrayNode content() {
    return content;
  }

  /** The waivers as a request names them: by id if the target already has them. */
  public ArrayNode body() {
    return body;
  }

  /** The waivers that only the target has and that are kept. */
  List<JsonNode> onlyOnTarget() {
    return onlyOnTarget;
  }

  /** The names of waivers that are kept although their justification differs. */
  List<String> rephrased() {
    return rephrased;
  }

  /** The names of waivers that are kept although their unknown fields differ. */
  List<String> differing() {
    return differing;
  }

  /** Waivers that are not copied or not replaced because of their unknown fields. */
  List<JsonNode> skipped() {
    return skipped;
  }

  /** Waivers with unknown fields that are dropped. A rollback cannot restore them. */
  List<JsonNode> lost() {
    return lost;
  }

  /** The waivers of the target. Each can be taken once. */
  private static final class AvailableWaivers {
    private final Set<JsonNode> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Deque<JsonNode>> byFullName = new HashMap<>();
    private final Map<String, Deque<JsonNode>> byExactName = new HashMap<>();
    private final Map<String, Deque<JsonNode>> byName = new HashMap<>();
    private final Map<String, Deque<JsonNode>> unknownByName = new HashMap<>();

    AvailableWaivers(JsonNode waivers) {
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
