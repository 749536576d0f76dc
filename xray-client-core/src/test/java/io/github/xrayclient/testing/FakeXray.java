package io.github.xrayclient.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Failure;
import io.github.xrayclient.testing.internal.http.FailureScript;
import io.github.xrayclient.testing.internal.http.FakeHttp;
import io.github.xrayclient.testing.internal.http.ReloadFailures;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.Seeds;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * An Xray server in memory, for tests: it listens on a free port of this machine, keeps what it is
 * sent, and refuses what the documents say a real server refuses. It starts empty, needs no token
 * until {@link #requireToken} is called, and its times and ids are the same in each run.
 *
 * <pre>{@code
 * try (FakeXray server = FakeXray.start().seed(FakeXray.Kind.CURATION_POLICIES, json)) {
 *   // point the client under test to server.url()
 * }
 * }</pre>
 *
 * <p>Policies, watches, curation policies, conditions, condition templates, waiver requests, the
 * audit of packages, ignore rules, the search for violations, scan statuses, indexed repositories,
 * the system's ping and version, Artifactory's look-ups of a repository, of a file and of how it is
 * integrated with Xray, and Access's of a group or project are served. Thread-safe.
 */
public final class FakeXray implements AutoCloseable {
  private final Settings settings = new Settings();
  private final FailureScript failures = new FailureScript();
  private final ReloadFailures reloads = new ReloadFailures();
  private final StoredObjects holdings = new StoredObjects();
  private final Router router = new Router();
  private final List<Endpoints> endpoints = EndpointFamilies.all(holdings, settings);
  private final FakeHttp http = new FakeHttp(settings, failures, this::answer);

  private FakeXray() {
    endpoints.forEach(family -> family.addTo(router));
  }

  /** Starts an empty server on 127.0.0.1, which answers when this method returns. */
  public static FakeXray start() {
    FakeXray server = new FakeXray();
    server.http.start();
    return server;
  }

  /** The platform URL, as in {@code http://127.0.0.1:41234}. */
  public String url() {
    return "http://127.0.0.1:" + http.port();
  }

  /**
   * Puts objects in as they are, unchecked: one object, an array, or a listing as a server sends it
   * ({@code {"data":[..]}}). An object that is already there is replaced. A condition inlined in a
   * curation policy is put in too, unless the server has one with its id.
   *
   * @throws IllegalArgumentException if the text is not JSON, or an object has no name or id; then
   *     nothing is put in
   */
  public FakeXray seed(Kind kind, String json) {
    List<ObjectNode> objects = Seeds.read(kind, json);
    synchronized (holdings) {
      for (ObjectNode object : objects) {
        holdings.store(kind).put(object);
        endpoints.forEach(family -> family.seeded(kind, object));
      }
    }
    return this;
  }

  /**
   * Copies of what the server holds, in the order in which it came. Curation policies are without
   * the condition that answers inline.
   */
  public List<JsonNode> stored(Kind kind) {
    synchronized (holdings) {
      return holdings.store(kind).all().stream()
          .map(ObjectNode::deepCopy)
          .collect(Collectors.toUnmodifiableList());
    }
  }

  /** The requests that arrived so far, in order, also those that failed. */
  public List<RecordedRequest> requests() {
    return http.requests();
  }

  /** Forgets the requests that arrived so far. */
  public void clearRequests() {
    http.clearRequests();
  }

  /** From now on a request without this bearer token is a 401, except for ping and version. */
  public FakeXray requireToken(String bearerToken) {
    settings.token = Optional.of(bearerToken);
    return this;
  }

  /** The version that the server says it is; 3.116.0 if not called. */
  public FakeXray version(String xrayVersion) {
    settings.version = xrayVersion;
    return this;
  }

  /** Whether a curation policy may set {@code block_from_cache}; true if not called. */
  public FakeXray blockFromCacheAllowed(boolean allowed) {
    settings.blockFromCacheAllowed = allowed;
    return this;
  }

  /** The most rows that a page of a listing has; a request for more gets this many. */
  public FakeXray pageCap(int rows) {
    settings.pageCap = OptionalInt.of(positive("rows", rows));
    return this;
  }

  /** Whether the listings with pages answer each request for a page with the first page. */
  public FakeXray repeatFirstPage(boolean repeat) {
    settings.repeatFirstPage = repeat;
    return this;
  }

  /** Makes the listings with pages claim this total. */
  public FakeXray claimTotal(int total) {
    settings.claimedTotal = OptionalInt.of(total);
    return this;
  }

  /** Ends {@link #claimTotal}. */
  public FakeXray claimTrueTotal() {
    settings.claimedTotal = OptionalInt.empty();
    return this;
  }

  /** Waits this long before each request is acted on and answered. */
  public FakeXray latency(Duration latency) {
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency must not be negative: " + latency);
    }
    settings.latency = latency;
    return this;
  }

  /**
   * From now on a request whose path, as sent, starts with this is a 403, unless it is a 401 for
   * want of the token.
   *
   * @throws IllegalArgumentException if the prefix does not start with a slash
   */
  public FakeXray forbid(String pathPrefix) {
    settings.forbid(pathPrefix);
    return this;
  }

  /** Ends {@link #forbid} of this prefix. */
  public FakeXray permit(String pathPrefix) {
    settings.permit(pathPrefix);
    return this;
  }

  /**
   * Lets the next writes of a policy or a watch, policy assignments included, take effect and then
   * answer 500, as a server does that cannot renew what it blocks. A refused write does not count.
   */
  public FakeXray failReload(int times) {
    reloads.add(positive("times", times));
    return this;
  }

  /**
   * Answers the next requests with this status and {@code {"error": ..}}; they have no effect.
   * Failures ordered earlier come first.
   */
  public FakeXray failNext(int status, int times) {
    failures.add(Failure.answering(Failure.answer(status)), times);
    return this;
  }

  /**
   * Answers the next requests with this status and a header, as in {@code failNext(429, 1,
   * "Retry-After", "2")}.
   */
  public FakeXray failNext(int status, int times, String header, String value) {
    failures.add(Failure.answering(Failure.answer(status).withHeader(header, value)), times);
    return this;
  }

  /** Lets the next requests run into this fault. Failures ordered earlier come first. */
  public FakeXray failNext(Fault fault, int times) {
    failures.add(Failure.of(fault), times);
    return this;
  }

  /** Forgets the failures that {@code failNext} and {@code failReload} ordered and that did not happen. */
  public FakeXray clearFailures() {
    failures.clear();
    reloads.clear();
    return this;
  }

  /** Frees port and threads at once; a request under way loses its connection. */
  @Override
  public void close() {
    http.close();
  }

  private Answer answer(RecordedRequest request) {
    synchronized (holdings) {
      boolean admitted = settings.admits(request);
      return admitted && settings.forbids(request)
          ? Answer.error(403, "Permission denied")
          : reloads.after(request, router.answer(request, admitted));
    }
  }

  private static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + value);
    }
    return value;
  }

  /** What the server holds. */
  public enum Kind {
    /** Policies, by name. */
    POLICIES,
    /** Watches, by name. */
    WATCHES,
    /** Curation policies, by id. */
    CURATION_POLICIES,
    /** Conditions of curation policies, by id. */
    CONDITIONS,
    /** Templates of conditions, by {@code condition_template_id}. */
    CONDITION_TEMPLATES,
    /** Artifactory's repositories, by key. */
    REPOSITORIES,
    /**
     * Files of Artifactory, by {@code repo} and {@code path}, which begins with no slash here. A
     * member {@code properties} is an answer of its own.
     */
    STORED_FILES,
    /** How Artifactory is integrated with Xray: one object, with {@code xrayEnabled}. */
    XRAY_INTEGRATION,
    /** Access's groups, by name. */
    GROUPS,
    /** Access's projects, by key. */
    PROJECTS,
    /** Ignore rules, by id; also deleted ones. */
    IGNORE_RULES,
    /** Violations, by {@code violation_id}. */
    VIOLATIONS,
    /** Scan statuses of artifacts, by {@code repo} and {@code path}, which answers leave out. */
    SCAN_STATUSES,
    /** Indexed and other repositories of an Artifactory, by {@code bin_mgr_id}. */
    INDEXED_REPOSITORIES,
    /** Requests for waivers, by id, a number or text. */
    WAIVER_REQUESTS,
    /**
     * Audited package events, by id. A member {@code dry_run}, which answers leave out, says which
     * of the audit's two lists an event is in; without it the event is a real one. For the audit
     * it is now a second after the newest event.
     */
    AUDIT_EVENTS
  }

  /** Ways in which an exchange goes wrong below the level of status codes. */
  public enum Fault {
    /**
     * The connection is closed without an answer, and the request has no effect. The JDK's HTTP
     * client silently sends a GET once more after this.
     */
    CONNECTION_RESET,
    /** The request takes effect; the connection is closed in the middle of the answer's body. */
    TRUNCATED_BODY,
    /** No answer until the server is closed; the request has no effect. */
    STALLED_HEADERS,
    /** The request takes effect; the answer's body stops in the middle until the server closes. */
    STALLED_BODY,
    /** 200 with a JSON content type and bytes that are no JSON; no effect. */
    GARBAGE_BODY,
    /** 200 with a login page; no effect. */
    HTML_BODY,
    /** 200 without a body; no effect. */
    EMPTY_BODY,
    /** The request takes effect; the connection is closed without an answer. */
    LOST_ANSWER
  }
}
