package io.github.xrayclient.curation.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testsupport.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What a policy must be, kept in JSON beside the library: as it was when last looked at, or as the
 * update wants it that is under way.
 */
final class PolicyAccount {
  private static final List<String> FLAGS = List.of("block_from_cache", "share_with_federation");

  private final Supplier<JsonNode> server;
  private final Set<String> seen = new TreeSet<>();
  private JsonNode settled;
  private RandomChanges.Wanted wanted;

  PolicyAccount(Supplier<JsonNode> server) {
    this.server = server;
    settle();
  }

  /** An update was made from the policy, and may be sent from now on. */
  void wants(RandomChanges.Wanted update) {
    wanted = update;
  }

  /** Whether one policy says something else than the other. */
  boolean differ(JsonNode one, JsonNode other) {
    return !plain(one).equals(plain(other));
  }

  /** Whether a policy differs from what was read, also by a flag that only one of them has. */
  boolean changes(JsonNode policy, JsonNode read) {
    return differ(policy, read)
        || FLAGS.stream().anyMatch(flag -> policy.has(flag) != read.has(flag));
  }

  /** Whether nobody came between the making of the last update and now. */
  boolean undisturbed() {
    return wanted != null;
  }

  /** The update was made, so that all is as wanted and nothing else. */
  void made() {
    assertThat(undisturbed()).as("a change by somebody else was noticed").isTrue();
    JsonNode now = server.get();
    assertThat(plain(now)).isEqualTo(plain(wanted.policy));
    Map<String, JsonNode> kept = waivers(settled);
    kept.keySet().removeAll(wanted.dropped);
    assertThat(waivers(now)).containsAllEntriesOf(kept);
    settle();
  }

  /** Nothing was changed. */
  void notMade() {
    assertThat(server.get()).isEqualTo(settled);
    settle();
  }

  /** Nobody was told whether the update was made, but it was not made by half. */
  void madeOrNot() {
    if (server.get().equals(settled)) {
      notMade();
    } else {
      made();
    }
  }

  /** Takes the policy as it is now, after a change that was not the library's. */
  void settle() {
    settled = server.get();
    seen.addAll(waivers(settled).keySet());
    wanted = null;
  }

  static Map<String, JsonNode> waivers(JsonNode policy) {
    Map<String, JsonNode> waivers = new TreeMap<>();
    for (String list : List.of("waivers", "label_waivers")) {
      policy
          .path(list)
          .forEach(waiver -> waivers.put(list + "/" + waiver.path("id").asText(), waiver));
    }
    return waivers;
  }

  /** Without what the server sets at an update, and what says nothing. */
  private JsonNode plain(JsonNode policy) {
    ObjectNode plain = (ObjectNode) Fixtures.withoutEmpty(policy);
    plain.remove(List.of("updated_at", "updated_by"));
    for (String flag : FLAGS) {
      plain.put(flag, plain.path(flag).asBoolean());
    }
    waivers(plain).forEach((key, waiver) -> {
      if (!seen.contains(key)) {
        ((ObjectNode) waiver).remove(List.of("id", "created_by", "created_at"));
      }
    });
    return plain;
  }
}
