package io.github.xrayclient.testing.internal.curation;

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
import java.util.stream.Collectors;

/**
 * The sorted and paged listing of waiver requests. Like some real servers, it ignores {@code
 * offset}.
 */
public final class WaiverRequestListing {
  private static final String ID = "id";
  private static final String CREATED_AT = "created_at";
  private static final String UPDATED_AT = "updated_at";
  private static final int DEFAULT_ROWS = 15;
  private static final int OLDER_DEFAULT_ROWS = 25;

  private static final List<String> ORDERS = List.of(
      ID,
      CREATED_AT,
      UPDATED_AT,
      "status",
      "pkg_type",
      "pkg_name",
      "pkg_version",
      "policies",
      "waiver_expiry");

  private final JsonStore store;
  private final Settings settings;

  public WaiverRequestListing(JsonStore store, Settings settings) {
    this.store = store;
    this.settings = settings;
  }

  /** Returns a page. By default the latest request comes first. */
  public Answer answer(QueryReader query) {
    return settings.olderWaiverRequests ? older(query) : newer(query);
  }

  /** Returns a page as the older help page describes it, without data about pages. */
  private Answer older(QueryReader query) {
    int rows = settings.rows(query.number("limit", 1).orElse(OLDER_DEFAULT_ROWS));
    int page = query.number("pageNum", 1).orElse(1);
    String status = query.text("status").orElse(WaiverRequestRules.PENDING);
    List<ObjectNode> fitting = store.sorted("older", CurationListing.BY_ID).stream()
        .filter(request -> Trees.text(request, "status").equalsIgnoreCase(status))
        .map(WaiverRequestListing::older)
        .collect(Collectors.toList());
    ObjectNode answer = Trees.object();
    return Answer.json(200, answer.set("data", Trees.array(settings.page(fitting, page, rows))));
  }

  private static ObjectNode older(ObjectNode request) {
    ObjectNode row = Trees.object();
    row.set("waiver_id", request.path("id"));
    row.put("reason", Trees.text(request.path("requesters").path(0), "justification"));
    for (String member : List.of("status", CREATED_AT, "closed_at")) {
      row.put(member, Trees.text(request, member));
    }
    return row;
  }

  private Answer newer(QueryReader query) {
    String orderBy = query.oneOf("order_by", ORDERS).orElse(CREATED_AT);
    String direction = query.oneOf("direction", List.of("asc", "desc")).orElse("desc");
    int rows = settings.rows(query.number("num_of_rows", 1).orElse(DEFAULT_ROWS));
    int page = query.number("page_num", 1).orElse(1);

    Comparator<ObjectNode> order = order(orderBy);
    List<ObjectNode> fitting = store
        .sorted(orderBy + " " + direction, direction.equals("desc") ? order.reversed() : order)
        .stream()
        .filter(WaiverRequestFilters.of(query))
        .collect(Collectors.toList());
    List<ObjectNode> data = settings.page(fitting, page, rows);
    ObjectNode meta = Trees.object()
        .put("total_count", settings.total(fitting.size()))
        .put("result_count", data.size())
        .put("num_of_rows", rows)
        .put("page_num", page);
    ObjectNode answer = Trees.object();
    answer.set("data", Trees.array(data));
    return Answer.json(200, answer.set("meta", meta));
  }

  /** Requests that are equal in this order are sorted by id. */
  private static Comparator<ObjectNode> order(String orderBy) {
    switch (orderBy) {
      case ID:
        return CurationListing.BY_ID;
      case CREATED_AT:
      case UPDATED_AT:
        return Comparator.<ObjectNode, Instant>comparing(request -> time(request, orderBy))
            .thenComparing(CurationListing.BY_ID);
      default:
        return Comparator.<ObjectNode, String>comparing(request -> Trees.text(request, orderBy))
            .thenComparing(CurationListing.BY_ID);
    }
  }

  private static Instant time(ObjectNode request, String member) {
    return Timestamps.parse(Trees.text(request, member)).orElse(Instant.MIN);
  }
}
