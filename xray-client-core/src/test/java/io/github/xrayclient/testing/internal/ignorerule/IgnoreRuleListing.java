package io.github.xrayclient.testing.internal.ignorerule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.QueryReader;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The sorted and paged listing of ignore rules, including deleted ones. */
public final class IgnoreRuleListing {
  private static final String CREATED = "created";
  private static final String EXPIRES_AT = "expires_at";
  private static final String EXTERNAL_ID = "external_id";
  private static final int DEFAULT_ROWS = 25;

  private final JsonStore store;
  private final Settings settings;

  public IgnoreRuleListing(JsonStore store, Settings settings) {
    this.store = store;
    this.settings = settings;
  }

  public Answer answer(QueryReader query) {
    String orderBy = query
        .oneOf("order_by", List.of(EXTERNAL_ID, "author", CREATED, EXPIRES_AT, "project_key"))
        .orElse(CREATED);
    String direction = query.oneOf("direction", List.of("asc", "desc")).orElse("asc");
    int rows = settings.rows(query.number("num_of_rows", 1).orElse(DEFAULT_ROWS));
    int page = query.number("page_num", 1).orElse(1);

    Comparator<ObjectNode> order = order(orderBy);
    Predicate<ObjectNode> filter = new IgnoreRuleFilters(query).all();
    List<ObjectNode> fitting = store
        .sorted(orderBy + " " + direction, direction.equals("desc") ? order.reversed() : order)
        .stream()
        .filter(filter)
        .collect(Collectors.toList());
    ObjectNode answer = Trees.object();
    answer.set("data", Trees.array(settings.page(fitting, page, rows)));
    return Answer.json(200, answer.put("total_count", settings.total(fitting.size())));
  }

  /** Rules that are equal in this order stay in the order of their creation. */
  private static Comparator<ObjectNode> order(String orderBy) {
    switch (orderBy) {
      case CREATED:
        return Comparator.comparing(rule -> time(rule, CREATED, Instant.MIN));
      case EXPIRES_AT:
        return Comparator.comparing(rule -> time(rule, EXPIRES_AT, Instant.MAX)); // absent is never
      case EXTERNAL_ID:
        return Comparator.comparing(rule -> Trees.text(rule, "id"));
      default:
        return Comparator.comparing(rule -> Trees.text(rule, orderBy));
    }
  }

  private static Instant time(ObjectNode rule, String member, Instant otherwise) {
    return Timestamps.parse(Trees.text(rule, member)).orElse(otherwise);
  }
}
