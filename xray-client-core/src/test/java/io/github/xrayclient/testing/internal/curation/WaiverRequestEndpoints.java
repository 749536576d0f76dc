package io.github.xrayclient.testing.internal.curation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.IdSequence;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The endpoints for waiver requests. Curation policies are not considered: a new request is always
 * pending.
 */
public final class WaiverRequestEndpoints implements Endpoints {
  private static final String ROOT = "/xray/api/v1/curation/waiver_requests";

  /**
   * The fields that state what a request is for. There is at most one pending request for the same.
   */
  private static final List<String> SUBJECT =
      List.of("repo_key", "pkg_type", "pkg_name", "pkg_version");

  private final StoredObjects holdings;
  private final JsonStore store;
  private final JsonStore repositories;
  private final Settings settings;
  private final WaiverRequestListing listing;
  private final IdSequence ids = new IdSequence();

  public WaiverRequestEndpoints(StoredObjects holdings, Settings settings) {
    this.holdings = holdings;
    this.store = holdings.store(FakeXray.Kind.WAIVER_REQUESTS);
    this.repositories = holdings.store(FakeXray.Kind.REPOSITORIES);
    this.settings = settings;
    this.listing = new WaiverRequestListing(store, settings);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", ROOT, call -> listing.answer(call.query()));
    router.add("POST", ROOT, this::create);
    router.add("POST", ROOT + "/{}/decision", this::decide);
  }

  @Override
  public void seeded(FakeXray.Kind kind, ObjectNode object) {
    if (kind == FakeXray.Kind.WAIVER_REQUESTS) {
      holdings.clock.passed(object);
      ids.seen(Trees.text(object, "id"));
    }
  }

  /** Creates a request. A second request for the same package adds a requester to the first one. */
  private Answer create(Call call) {
    ObjectNode body = WaiverRequestRules.readNew(call, settings.olderWaiverRequests);
    if (body.has("repo_key")) {
      demandRepository(Trees.text(body, "repo_key"));
    }
    String now = Timestamps.withOffset(holdings.clock.tick());
    ObjectNode request = store.all().stream()
        .filter(other -> isPending(other) && hasSameSubject(body, other))
        .findFirst()
        .map(Trees::shallowCopy)
        .orElseGet(() -> newRequest(body, now));
    List<ObjectNode> requesters = Trees.objects(request.path("requesters"));
    requesters.add(Trees.object("user", "admin")
        .put("email", "admin@example.com")
        .put("requested_at", now)
        .put("justification", Trees.text(body, "reason")));
    request.set("requesters", Trees.array(requesters));
    store.put(request);
    if (settings.olderWaiverRequests) {
      ObjectNode older = Trees.object("status", Trees.text(request, "status"));
      return Answer.json(200, older.set("waiver_id", request.path("id")));
    }
    ObjectNode answer = Trees.object("message", "Successfully created waiver request");
    return Answer.json(201, answer.set("id", request.path("id")));
  }

  private Answer decide(Call call) {
    ObjectNode decision = WaiverRequestRules.readDecision(call);
    String id = call.variable();
    ObjectNode request = store
        .find(id)
        .orElseThrow(() -> Refusal.error(404, "waiver request " + id + " was not found"));
    if (!isPending(request)) {
      throw Refusal.error(409, "waiver request " + id + " is already decided");
    }
    Instant now = holdings.clock.tick();
    String status = Trees.text(decision, "status");
    ObjectNode decided = Trees.shallowCopy(request)
        .put("status", status)
        .put("closed_at", Timestamps.withOffset(now));
    if (decision.path("duration_days").isInt()) {
      Instant end = now.plus(Duration.ofDays(decision.path("duration_days").intValue()));
      decided
          .put("waiver_expiry", Timestamps.withOffset(end))
          .put("waiver_expiry_status", "active");
    }
    store.put(decided);
    return Answer.json(200, Trees.object("message", "Successfully " + status + " waiver request"));
  }

  private ObjectNode newRequest(ObjectNode body, String now) {
    ObjectNode request = Trees.object()
        .put("id", Long.parseLong(ids.next()))
        .put("status", WaiverRequestRules.PENDING)
        .put("created_at", now);
    SUBJECT.stream().filter(body::has).forEach(member -> request.set(member, body.path(member)));
    return request;
  }

  private void demandRepository(String key) {
    if (!repositories.all().isEmpty() && repositories.find(key).isEmpty()) {
      throw Refusal.error(400, "repository with key '" + key + "' not found");
    }
  }

  private static boolean hasSameSubject(ObjectNode body, ObjectNode other) {
    return SUBJECT.stream()
        .allMatch(member -> Trees.text(other, member).equals(Trees.text(body, member)));
  }

  private static boolean isPending(ObjectNode request) {
    return Trees.text(request, "status").equals(WaiverRequestRules.PENDING);
  }
}
