package io.github.xrayclient.testing.internal.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.curation.CurationListing;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.QueryReader;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The endpoint for the audit of Curation: a listing that is paged by offsets, or a ZIP file. */
public final class AuditEndpoint implements Endpoints {
  private static final String ORDER_BY = "id";
  private static final String DRY_RUN = "dry_run";
  private static final int DEFAULT_ROWS = 100;
  private static final int MOST_ROWS = 2000;
  private static final int MOST_EXPORTED = 500_000;

  private final StoredObjects holdings;
  private final JsonStore store;
  private final Settings settings;
  private Instant newest = Instant.EPOCH;

  public AuditEndpoint(StoredObjects holdings, Settings settings) {
    this.holdings = holdings;
    this.store = holdings.store(FakeXray.Kind.AUDIT_EVENTS);
    this.settings = settings;
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", "/xray/api/v1/curation/audit/packages", call -> answer(call.query()));
  }

  @Override
  public void seeded(FakeXray.Kind kind, ObjectNode object) {
    if (kind == FakeXray.Kind.AUDIT_EVENTS) {
      holdings.clock.passed(object);
      time(object).filter(newest::isBefore).ifPresent(time -> newest = time);
    }
  }

  private Answer answer(QueryReader query) {
    boolean csv =
        query.oneOf("format", List.of("json", "csv")).filter("csv"::equals).isPresent();
    boolean includeTotal = query.flag("include_total").orElse(false);
    if (csv && includeTotal) {
      throw Refusal.error(400, "include_total is not supported with format csv");
    }
    query.oneOf("order_by", List.of(ORDER_BY));
    String direction = query.oneOf("direction", List.of("asc", "desc")).orElse("desc");
    int rows = csv && query.text("num_of_rows").isEmpty() ? MOST_EXPORTED : rows(query);
    int offset = query.number("offset", 0).orElse(0);

    List<ObjectNode> fitting = fitting(query, direction);
    int first = settings.repeatFirstPage ? 0 : Math.min(offset, fitting.size());
    List<ObjectNode> page = fitting.subList(first, Math.min(first + rows, fitting.size())).stream()
        .map(AuditEndpoint::render)
        .collect(Collectors.toList());
    if (csv) {
      return Answer.binary(200, "application/zip", AuditCsv.zip(page));
    }
    ObjectNode meta = Trees.object();
    if (includeTotal) {
      meta.put("total_count", settings.total(fitting.size()));
    }
    meta.put("result_count", page.size());
    if (offset + page.size() < fitting.size()) {
      meta.put("next_offset", offset + page.size());
    }
    meta.put("order_by", ORDER_BY)
        .put("direction", direction)
        .put("num_of_rows", rows)
        .put("offset", offset)
        .put("include_total", includeTotal);
    ObjectNode answer = Trees.object();
    answer.set("data", Trees.array(page));
    return Answer.json(200, answer.set("meta", meta));
  }

  private int rows(QueryReader query) {
    int asked = query.number("num_of_rows", 1).orElse(DEFAULT_ROWS);
    if (asked > MOST_ROWS) {
      throw Refusal.error(400, "num_of_rows must be at most " + MOST_ROWS + ", but was " + asked);
    }
    return settings.rows(asked);
  }

  /**
   * Returns the events of the window, of the normal or of the dry-run listing, in the requested
   * order.
   */
  private List<ObjectNode> fitting(QueryReader query, String direction) {
    AuditWindow window = AuditWindow.read(query, newest.plusSeconds(1));
    boolean dryRun = query.flag(DRY_RUN).orElse(false);
    Comparator<ObjectNode> order = CurationListing.BY_ID;
    return store.sorted(direction, direction.equals("desc") ? order.reversed() : order).stream()
        .filter(event -> event.path(DRY_RUN).asBoolean() == dryRun)
        .filter(event -> time(event).filter(window::contains).isPresent())
        .collect(Collectors.toList());
  }

  private static Optional<Instant> time(ObjectNode event) {
    return Timestamps.parse(Trees.text(event, "created_at"));
  }

  private static ObjectNode render(ObjectNode event) {
    ObjectNode rendered = Trees.shallowCopy(event);
    rendered.remove(DRY_RUN);
    return rendered;
  }
}
