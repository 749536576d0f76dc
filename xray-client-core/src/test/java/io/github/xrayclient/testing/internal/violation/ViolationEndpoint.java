package io.github.xrayclient.testing.internal.violation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.policy.PolicyRules;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The endpoint for the search for violations. It only reads, although it is a POST. */
public final class ViolationEndpoint implements Endpoints {
  private static final int DEFAULT_LIMIT = 25;
  private static final List<String> ORDERS =
      List.of("created", "summary", "severity", "type", "watcher_name", "issue_id");
  private static final List<String> SINCE_3_88_10 =
      List.of("resources", "created_until", "cve_id", "issue_id");
  private static final Comparator<ObjectNode> BY_CREATED = Comparator.comparing(
      violation -> Timestamps.parse(Trees.text(violation, "created")).orElse(Instant.MIN));

  private final JsonStore store;
  private final Settings settings;

  public ViolationEndpoint(StoredObjects holdings, Settings settings) {
    this.store = holdings.store(FakeXray.Kind.VIOLATIONS);
    this.settings = settings;
  }

  @Override
  public void addTo(Router router) {
    router.add("POST", "/xray/api/v1/violations", this::search);
  }

  private Answer search(Call call) {
    ObjectNode body = call.body(400, PolicyRules.UNPARSABLE);
    if (Trees.wronglyTyped(body, JsonNodeType.OBJECT, List.of("filters", "pagination"))
        .isPresent()) {
      throw Refusal.error(400, PolicyRules.UNPARSABLE);
    }
    JsonNode pagination = body.path("pagination");
    int limit = settings.rows(number(pagination, "limit", DEFAULT_LIMIT));
    int page = number(pagination, "offset", 1);
    List<ObjectNode> found = sorted(pagination).stream()
        .filter(filters(body.path("filters")).all())
        .collect(Collectors.toList());
    ObjectNode answer = Trees.object();
    int total = settings.total(found.size());
    if (total > 0 || !found.isEmpty()) {
      boolean details = body.path("filters").path("include_details").asBoolean();
      answer.put("total_violations", total);
      answer.set("violations", Trees.array(render(settings.page(found, page, limit), details)));
    }
    return Answer.json(200, answer);
  }

  /**
   * Returns the violations in the order of their creation in the store, unless the order
   * {@code created} is requested.
   */
  private List<ObjectNode> sorted(JsonNode pagination) {
    String orderBy = oneOf(pagination, "order_by", ORDERS);
    String direction = oneOf(pagination, "direction", List.of("asc", "desc"));
    if (!orderBy.equals("created")) {
      return store.all();
    }
    return store.sorted(
        orderBy + " " + direction, direction.equals("desc") ? BY_CREATED.reversed() : BY_CREATED);
  }

  private static List<ObjectNode> render(List<ObjectNode> violations, boolean details) {
    return violations.stream()
        .map(violation -> StoredViolation.row(violation, details))
        .collect(Collectors.toList());
  }

  /** Returns the filters, without those that an older server ignores. */
  private ViolationFilters filters(JsonNode given) {
    JsonNode known = given;
    if (settings.isOlderThan(3, 88, 10) && given.isObject()) {
      known = Trees.shallowCopy((ObjectNode) given).remove(SINCE_3_88_10);
    }
    return new ViolationFilters(known);
  }

  private static int number(JsonNode pagination, String member, int otherwise) {
    JsonNode value = pagination.path(member);
    if (Trees.isAbsent(value)) {
      return otherwise;
    }
    if (!value.isInt() || value.intValue() < 1) {
      throw Refusal.error(400, member + " must be a number of at least 1, but was " + value);
    }
    return value.intValue();
  }

  private static String oneOf(JsonNode pagination, String member, List<String> allowed) {
    String value = Trees.text(pagination, member);
    if (!value.isEmpty() && !allowed.contains(value)) {
      throw Refusal.error(
          400, member + " must be one of " + String.join(", ", allowed) + ", but was " + value);
    }
    return value;
  }
}
