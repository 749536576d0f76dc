package io.github.xrayclient.testing.internal.curation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.QueryReader;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The sorted and paged listing of waiver requests of one status. Filters compare exactly. Like some
 * real servers, it ignores {@code offset}.
 */
public final class WaiverRequestListing {
  private static final String ID = "id";
  private static final String CREATED_AT = "created_at";
  private static final String UPDATED_AT = "updated_at";
  private static final int DEFAULT_ROWS = 15;

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
    String orderBy = query.oneOf("order_by", ORDERS).orElse(CREATED_AT);
    String direction = query.oneOf("direction", List.of("asc", "desc")).orElse("desc");
    int rows = settings.rows(query.number("num_of_rows", 1).orElse(DEFAULT_ROWS));
    int page = query.number("page_num", 1).orElse(1);

    Comparator<ObjectNode> order = order(orderBy);
    List<ObjectNode> fitting = store
        .sorted(orderBy + " " + direction, direction.equals("desc") ? order.reversed() : order)
        .stream()
        .filter(filter(query))
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

  private static Predicate<ObjectNode> filter(QueryReader query) {
    String status = query
        .oneOf(
            "status",
            List.of(
                WaiverRequestRules.APPROVED,
                WaiverRequestRules.REJECTED,
                WaiverRequestRules.PENDING))
        .orElse(WaiverRequestRules.PENDING);
    Predicate<ObjectNode> filter = request -> Trees.text(request, "status").equals(status);
    for (String member : List.of("pkg_type", "pkg_name", "pkg_version")) {
      filter = filter.and(query
          .text(member)
          .<Predicate<ObjectNode>>map(
              value -> request -> Trees.text(request, member).equals(value))
          .orElse(request -> true));
    }
    return filter.and(query
        .text("decision_owners")
        .map(WaiverRequestListing::ownedByOneOf)
        .orElse(request -> true));
  }

  /** Accepts requests on which one of these groups decides. Commas separate the groups. */
  private static Predicate<ObjectNode> ownedByOneOf(String groups) {
    Set<String> wanted =
        Arrays.stream(groups.split(",")).map(String::strip).collect(Collectors.toSet());
    return request -> StreamSupport.stream(request.path("decision_owners").spliterator(), false)
        .anyMatch(owner -> wanted.contains(Trees.text(owner)));
  }

  /** Reads a time, which may also be a text with the milliseconds since 1970. */
  private static Instant time(ObjectNode request, String member) {
    String text = Trees.text(request, member);
    return text.matches("[0-9]{1,15}")
        ? Instant.ofEpochMilli(Long.parseLong(text))
        : Timestamps.parse(text).orElse(Instant.MIN);
  }
}
