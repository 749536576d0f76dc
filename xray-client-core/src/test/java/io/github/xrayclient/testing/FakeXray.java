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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * An Xray server in memory, for tests. It listens on a free port of this machine, stores the
 * objects that it receives, and refuses what a real server refuses according to JFrog's
 * documentation. It starts empty and needs no token until {@link #requireToken} is called. Its
 * times and ids are the same in each run. Thread-safe.
 *
 * <pre>{@code
 * String policies = Files.readString(Path.of("curation-policies.json"));
 * try (FakeXray server = FakeXray.start().seed(FakeXray.Kind.CURATION_POLICIES, policies)) {
 *   String url = server.url(); // connect the client under test to this address
 * }
 * }</pre>
 *
 * <p>It has these endpoints:
 *
 * <ul>
 * <li>policies, watches, webhooks, ignore rules, violations and ignored violations
 * <li>curation policies, conditions, condition templates, waiver requests, the audit, and the
 *       status of packages
 * <li>labels of the catalog, for the queries that this library sends
 * <li>scan statuses, indexed repositories, scan configurations, ping, and the version of Xray
 * <li>repositories, files and their download, and the Xray integration of Artifactory
 * <li>groups and projects of Access, and the exchange of OIDC id tokens for access tokens
 * </ul>
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

  /** Starts an empty server on 127.0.0.1. It accepts requests when this method returns. */
  public static FakeXray start() {
    FakeXray server = new FakeXray();
    server.http.start();
    return server;
  }

  /** The platform URL, such as {@code http://127.0.0.1:41234}. */
  public String url() {
    return "http://127.0.0.1:" + http.port();
  }

  /**
   * Stores objects without checking them: one object, an array, or a listing as a server sends it
   * ({@code {"data":[..]}}). An object replaces a stored one with the same name or id. If a
   * curation policy has a copy of its condition, the condition is stored too, unless the server has
   * one with its id.
   *
   * @throws IllegalArgumentException if the text is not JSON, or an object has no name or id; then
   *     nothing is stored
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
   * Copies of the stored objects, in the order in which they were created. Curation policies do not
   * have the copy of their condition that answers contain.
   */
  public List<JsonNode> stored(Kind kind) {
    synchronized (holdings) {
      return holdings.store(kind).all().stream()
          .map(ObjectNode::deepCopy)
          .collect(Collectors.toUnmodifiableList());
    }
  }

  /** Removes all stored objects, so that a test can use the server for many set-ups. */
  public FakeXray clear() {
    synchronized (holdings) {
      holdings.clear();
    }
    return this;
  }

  /** All requests that were received so far, in order, including those that failed. */
  public List<RecordedRequest> requests() {
    return http.requests();
  }

  /** Removes the requests that were recorded so far. */
  public void clearRequests() {
    http.clearRequests();
  }

  /**
   * Makes the server answer 401 to requests without this bearer token, except for ping and version.
   */
  public FakeXray requireToken(String bearerToken) {
    settings.token = Optional.of(bearerToken);
    return this;
  }

  /**
   * Makes all access tokens that the server issued so far invalid. Requests with them are answered
   * with 401.
   */
  public FakeXray revokeTokens() {
    settings.issuedTokens.revoke();
    return this;
  }

  /**
   * Sets the clock by which access tokens are issued and expire; the clock of this machine by
   * default.
   */
  public FakeXray clock(Clock clock) {
    settings.issuedTokens.clock(clock);
    return this;
  }

  /**
   * Sets the version of Xray that the server reports; 3.116.0 by default. Before 3.88.10, the
   * search for violations ignores filters by resource, CVE, issue and end of the time span.
   */
  public FakeXray version(String xrayVersion) {
    settings.version = xrayVersion;
    return this;
  }

  /**
   * Sets whether a curation policy may set {@code block_from_cache}; true by default. If false,
   * such a policy is refused with 400.
   */
  public FakeXray blockFromCacheAllowed(boolean allowed) {
    settings.blockFromCacheAllowed = allowed;
    return this;
  }

  /**
   * Sets whether a question about a package that is blocked in every curated repository is answered
   * with 403 and Curation's message, as some servers do; false by default. If false, the answer is
   * 200 and has the repositories.
   */
  public FakeXray refuseBlockedPackages(boolean refuse) {
    settings.blockedPackagesRefused = refuse;
    return this;
  }

  /**
   * Sets whether waiver requests work as JFrog's older help page describes them; false by default.
   * The listing then has pages by {@code limit} and {@code pageNum}, other filters than the status
   * are ignored, and rows have a {@code waiver_id} and a reason, but no package. A new request
   * needs no repository, and its answer is 200 with a {@code waiver_id}.
   */
  public FakeXray olderWaiverRequests(boolean older) {
    settings.olderWaiverRequests = older;
    return this;
  }

  /**
   * Sets the largest page size of listings. A request for a larger page gets this many rows. By
   * default, there is no such limit.
   *
   * @throws IllegalArgumentException if {@code rows} is less than 1
   */
  public FakeXray pageCap(int rows) {
    settings.pageCap = OptionalInt.of(positive("rows", rows));
    return this;
  }

  /**
   * Sets whether paged listings answer every request for a page with the first page, as a broken
   * server might; false by default.
   */
  public FakeXray repeatFirstPage(boolean repeat) {
    settings.repeatFirstPage = repeat;
    return this;
  }

  /**
   * Makes paged listings report this total, whatever they contain. {@link #claimTrueTotal} ends it.
   */
  public FakeXray claimTotal(int total) {
    settings.claimedTotal = OptionalInt.of(total);
    return this;
  }

  /** Makes paged listings report the true total again. */
  public FakeXray claimTrueTotal() {
    settings.claimedTotal = OptionalInt.empty();
    return this;
  }

  /**
   * Sets how long the server waits before it processes and answers each request; zero by default.
   *
   * @throws IllegalArgumentException if the latency is negative
   */
  public FakeXray latency(Duration latency) {
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency must not be negative, but was " + latency);
    }
    settings.latency = latency;
    return this;
  }

  /**
   * Makes the server answer 403 to requests whose encoded path starts with this prefix. If the
   * prefix ends with a question mark, this is the whole path, and requests in a project are
   * answered. A request without the required token still gets 401.
   *
   * @throws IllegalArgumentException if the prefix does not start with a slash
   */
  public FakeXray forbid(String pathPrefix) {
    settings.forbid(pathPrefix);
    return this;
  }

  /** Ends the effect of {@link #forbid} for this prefix. */
  public FakeXray permit(String pathPrefix) {
    settings.permit(pathPrefix);
    return this;
  }

  /**
   * Makes the next accepted writes of policies, watches and policy assignments take effect, but
   * answer 500, like a server that stores a change but fails to enforce it.
   *
   * @param times the number of writes, 1 or more; refused writes do not count
   * @throws IllegalArgumentException if {@code times} is less than 1
   */
  public FakeXray failReload(int times) {
    reloads.add(positive("times", times));
    return this;
  }

  /**
   * Makes the server answer the next requests with this status and a body such as {@code {"error":
   * ".."}}. The requests have no effect. Failures that earlier calls of {@code failNext} set come
   * first.
   *
   * @throws IllegalArgumentException if the status is not between 200 and 599, or {@code times} is
   *     less than 1
   */
  public FakeXray failNext(int status, int times) {
    failures.add(Failure.answering(Failure.answer(status)), times);
    return this;
  }

  /**
   * Makes the server answer the next requests with this status and a header:
   * {@code failNext(429, 1, "Retry-After", "2")}. The requests have no effect. Failures that
   * earlier calls of {@code failNext} set come first.
   *
   * @throws IllegalArgumentException if the status is not between 200 and 599, or {@code times} is
   *     less than 1
   */
  public FakeXray failNext(int status, int times, String header, String value) {
    failures.add(Failure.answering(Failure.answer(status).withHeader(header, value)), times);
    return this;
  }

  /**
   * Makes the next requests fail with this fault. Failures that earlier calls of {@code failNext}
   * set come first.
   *
   * @throws IllegalArgumentException if {@code times} is less than 1
   */
  public FakeXray failNext(Fault fault, int times) {
    failures.add(Failure.of(fault), times);
    return this;
  }

  /**
   * Cancels the failures that {@code failNext} and {@code failReload} set and that have not
   * happened yet.
   */
  public FakeXray clearFailures() {
    failures.clear();
    reloads.clear();
    return this;
  }

  /**
   * Stops the server at once, and frees its port and threads. Requests that it has not answered yet
   * lose their connection.
   */
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
      throw new IllegalArgumentException(name + " must be at least 1, but was " + value);
    }
    return value;
  }

  /** The kinds of objects that the server stores. */
  public enum Kind {
    /** Policies, identified by name and project. */
    POLICIES,
    /** Watches, identified by name and project. */
    WATCHES,
    /** Curation policies, identified by id. */
    CURATION_POLICIES,
    /** Conditions, identified by id. */
    CONDITIONS,
    /** Condition templates, identified by {@code condition_template_id}. */
    CONDITION_TEMPLATES,
    /** Repositories of Artifactory, identified by key. */
    REPOSITORIES,
    /**
     * Files of Artifactory, identified by {@code repo} and {@code path}. Here the path does not
     * start with a slash. They can be downloaded, with a made-up content. The member {@code
     * properties} is returned only by the request for the properties.
     */
    STORED_FILES,
    /** The Xray integration of Artifactory: one object with {@code xrayEnabled}. */
    XRAY_INTEGRATION,
    /** Groups of Access, identified by name. */
    GROUPS,
    /** Projects of Access, identified by {@code project_key}. */
    PROJECTS,
    /** Webhooks of Xray, identified by name. */
    WEBHOOKS,
    /**
     * OIDC integrations of Access, identified by name. The members {@code issuer_url} and {@code
     * audience} are compared with the id token. Each of the {@code identity_mappings} has a {@code
     * name}, a {@code priority}, {@code claims} and a {@code token_spec}. If there is an
     * integration, the server answers 401 to requests without an access token that it issued,
     * except for ping and version.
     */
    OIDC_INTEGRATIONS,
    /** Ignore rules, identified by id. Deleted rules stay in the list, as on a real server. */
    IGNORE_RULES,
    /**
     * Violations, identified by {@code violation_id}, which answers contain only with details. The
     * members {@code builds}, {@code release_bundles} and {@code release_bundles_v2}, which answers
     * do not contain, say where a violation was found. If one of the {@code matched_policies} has
     * {@code is_blocking}, the download of the {@code impacted_artifacts} is refused with 403.
     */
    VIOLATIONS,
    /**
     * Scan statuses of artifacts, identified by {@code repo} and {@code path}, which answers do not
     * contain.
     */
    SCAN_STATUSES,
    /**
     * The repositories of an Artifactory that Xray indexes and those that it does not index,
     * identified by {@code bin_mgr_id}.
     */
    INDEXED_REPOSITORIES,
    /** What Xray scans in repositories, and for how long, identified by {@code repo_name}. */
    SCAN_CONFIGURATIONS,
    /** Waiver requests, identified by id, which is a number or a text. */
    WAIVER_REQUESTS,
    /**
     * Audit events, identified by id. The member {@code dry_run}, which answers do not contain,
     * assigns an event to the dry-run listing; events without it are in the normal one. The audit
     * takes the second after its newest event as the current time.
     */
    AUDIT_EVENTS,
    /**
     * Packages that the catalog of Curation knows, identified by an {@code id} such as {@code
     * npm://lodash:4.17.21}. The array {@code meets} has the conditions that the package meets,
     * each with {@code condition_id}, {@code explanation} and {@code remediation}; the array {@code
     * labels} has the names of its labels; the array {@code paths} has the paths of its files in
     * remote repositories, whose download Curation refuses if it blocks the package.
     */
    PACKAGES,
    /**
     * Labels of the catalog, identified by name. The member {@code publicPackages} is a list of the
     * packages that have the label as a whole, each with {@code name} and {@code type}, which is a
     * word of the catalog such as {@code golang}. The versions that have the label are those of
     * {@link #PACKAGES}.
     */
    CATALOG_LABELS
  }

  /** Failures of an exchange other than an error status. */
  public enum Fault {
    /**
     * The request has no effect, and the connection is closed without an answer. The JDK's HTTP
     * client sends a GET once more after this, without telling its caller.
     */
    CONNECTION_RESET,
    /**
     * The request takes effect, and the connection is closed in the middle of the answer's body.
     */
    TRUNCATED_BODY,
    /** The request has no effect, and there is no answer until the server is closed. */
    STALLED_HEADERS,
    /**
     * The request takes effect, and the body of the answer stops in the middle until the server is
     * closed.
     */
    STALLED_BODY,
    /**
     * The request has no effect, and the answer is 200 with a JSON content type, but without valid
     * JSON.
     */
    GARBAGE_BODY,
    /** The request has no effect, and the answer is 200 with the HTML of a login page. */
    HTML_BODY,
    /** The request has no effect, and the answer is 200 without a body. */
    EMPTY_BODY,
    /** The request takes effect, and the connection is closed without an answer. */
    LOST_ANSWER
  }
}
