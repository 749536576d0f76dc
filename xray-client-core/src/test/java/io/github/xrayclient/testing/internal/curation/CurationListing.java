package io.github.xrayclient.testing.internal.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.QueryReader;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The sorted and paged listings of Curation. */
public final class CurationListing {
  private static final String ID = "id";
  private static final String UPDATED_AT = "updated_at";
  private static final String DESCENDING = "desc";
  private static final int DEFAULT_ROWS = 15;

  /** Sorts ids of digits by their numbers, and other ids after them. */
  public static final Comparator<ObjectNode> BY_ID = Comparator.<ObjectNode, Boolean>comparing(
          object -> !hasNumber(object))
      .thenComparing(CurationListing::number)
      .thenComparing(object -> Trees.text(object, ID));

  private static final Comparator<ObjectNode> BY_UPDATED_AT =
      Comparator.comparing(CurationListing::updatedAt).thenComparing(BY_ID);

  private final Settings settings;

  public CurationListing(Settings settings) {
    this.settings = settings;
  }

  /** Returns a page of the objects that match the filters, each converted by {@code render}. */
  public Answer answer(
      QueryReader query,
      JsonStore store,
      List<Predicate<ObjectNode>> filters,
      Function<ObjectNode, ObjectNode> render) {
    String orderBy = query.oneOf("order_by", List.of(ID, UPDATED_AT)).orElse(UPDATED_AT);
    String direction = query.oneOf("direction", List.of("asc", DESCENDING)).orElse(DESCENDING);
    int asked = query.number("num_of_rows", 1).orElse(DEFAULT_ROWS);
    int rows = Math.min(asked, settings.pageCap.orElse(asked));
    int page = query.number("page_num", 1).orElse(1);
    Optional<Integer> offset = query.number("offset", 0);

    List<ObjectNode> all = filter(sorted(store, orderBy, direction), filters);
    long from = offset.map(Integer::longValue).orElse((page - 1L) * rows);
    int first = settings.repeatFirstPage ? 0 : (int) Math.min(from, all.size());
    List<JsonNode> data = new ArrayList<>();
    for (ObjectNode object : all.subList(first, (int) Math.min((long) first + rows, all.size()))) {
      data.add(render.apply(object));
    }
    ObjectNode meta = Trees.object()
        .put("total_count", settings.claimedTotal.orElse(all.size()))
        .put("result_count", data.size())
        .put("order_by", orderBy)
        .put("direction", direction)
        .put("num_of_rows", rows)
        .put("page_num", page);
    ObjectNode answer = Trees.object();
    answer.set("data", Trees.array(data));
    return Answer.json(200, answer.set("meta", meta));
  }

  private static List<ObjectNode> sorted(JsonStore store, String orderBy, String direction) {
    Comparator<ObjectNode> order = orderBy.equals(ID) ? BY_ID : BY_UPDATED_AT;
    return store.sorted(
        orderBy + " " + direction, direction.equals(DESCENDING) ? order.reversed() : order);
  }

  private static List<ObjectNode> filter(
      List<ObjectNode> objects, List<Predicate<ObjectNode>> filters) {
    if (filters.isEmpty()) {
      return objects;
    }
    List<ObjectNode> fitting = new ArrayList<>(objects);
    filters.forEach(filter -> fitting.removeIf(filter.negate()));
    return fitting;
  }

  private static boolean hasNumber(ObjectNode object) {
    return Trees.text(object, ID).matches("[0-9]+");
  }

  private static BigInteger number(ObjectNode object) {
    return hasNumber(object) ? new BigInteger(Trees.text(object, ID)) : BigInteger.ZERO;
  }

  private static Instant updatedAt(ObjectNode object) {
    return Timestamps.parse(Trees.text(object, UPDATED_AT)).orElse(Instant.MIN);
  }
}
