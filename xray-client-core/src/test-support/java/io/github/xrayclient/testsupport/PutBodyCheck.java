package io.github.xrayclient.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.FakeHttp;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Fails a test during which any {@link FakeXray} was sent a curation policy with a field that is
 * not documented as editable. Registered for all tests of a module by its {@code
 * META-INF/services}.
 */
public final class PutBodyCheck implements AfterEachCallback {
  private static final Set<String> EDITABLE = Set.of(
      "name",
      "scope",
      "repo_exclude",
      "repo_include",
      "pkg_types_include",
      "group_include",
      "group_exclude",
      "policy_action",
      "condition_id",
      "waivers",
      "label_waivers",
      "notify_emails",
      "waiver_request_config",
      "decision_owners",
      "block_from_cache",
      "share_with_federation");
  private static final Set<String> KEPT_WAIVER = Set.of("id");
  private static final Set<String> NEW_WAIVER =
      Set.of("pkg_type", "pkg_name", "all_versions", "pkg_versions", "justification");
  private static final Set<String> NEW_LABEL_WAIVER = Set.of("label", "justification");

  private static final Queue<String> BODIES = new ConcurrentLinkedQueue<>();

  static {
    FakeHttp.LISTENERS.add(request -> saw(request.method(), request.path(), request.body()));
  }

  /** Takes note of a request to any server. */
  public static void saw(String method, String path, String body) {
    if (method.equals("PUT") && path.matches(".*/curation/policies/[^/]+/?")) {
      BODIES.add(body);
    }
  }

  /** What is wrong with the bodies since this was last asked, these fields aside. */
  public static List<String> complaints(Set<String> carriedExtras) {
    List<String> complaints = new ArrayList<>();
    for (String body = BODIES.poll(); body != null; body = BODIES.poll()) {
      check(parse(body), carriedExtras, complaints);
    }
    return complaints;
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Set<String> carried = AnnotationSupport.findAnnotation(test.getElement(), CarriesExtra.class)
        .map(extra -> Set.of(extra.value()))
        .orElse(Set.of());
    List<String> complaints = complaints(carried);
    if (!complaints.isEmpty()) {
      throw new AssertionError("a PUT of a curation policy holds " + complaints);
    }
  }

  private static void check(JsonNode body, Set<String> carried, List<String> complaints) {
    body.properties().forEach(member -> {
      String name = member.getKey();
      boolean reenables = name.equals("enabled") && member.getValue().equals(BooleanNode.TRUE);
      if (!EDITABLE.contains(name) && !carried.contains(name) && !reenables) {
        complaints.add(name + ": " + member.getValue());
      }
    });
    checkWaivers("waivers", body, NEW_WAIVER, complaints);
    checkWaivers("label_waivers", body, NEW_LABEL_WAIVER, complaints);
  }

  private static void checkWaivers(
      String list, JsonNode body, Set<String> fieldsOfNew, List<String> complaints) {
    for (JsonNode waiver : body.path(list)) {
      Set<String> allowed = waiver.has("id") ? KEPT_WAIVER : fieldsOfNew;
      waiver.fieldNames().forEachRemaining(name -> {
        if (!allowed.contains(name)) {
          complaints.add(list + "." + name + ": " + waiver.path(name));
        }
      });
    }
  }

  private static JsonNode parse(String body) {
    try {
      return Trees.parse(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a PUT of a curation policy is no JSON: " + body, e);
    }
  }
}
