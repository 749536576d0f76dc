package io.github.xrayclient.violation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.WireValue;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A listing of violations, the oldest first. The default time limit of a request is 2 minutes here,
 * unless the client or its options set another one, since the server's search can be slow.
 *
 * <p>Servers before Xray 3.88.10 ignore the filters by resource, CVE, issue and end of the time
 * span, and answer with violations of everything. Therefore each violation is compared with the
 * filters, and those that do not match are left out. A violation that does not have the field of
 * such a filter stays in the listing. The server is trusted for builds, release bundles,
 * {@link #nameContains}, {@link #resource} and {@link #filter}, since violations do not show what
 * these filters are about.
 *
 * <p>Servers cannot filter by {@linkplain #repository repository} without a path, {@linkplain
 * #component component}, {@linkplain #packageType package type}, {@linkplain #policy policy} and
 * {@linkplain #rule rule}. The library reads all violations that match the other filters, and
 * leaves out the rest, including those that do not have the field of such a filter. Combine these
 * filters with {@link #watch}, {@link #artifact} or {@link #createdFrom}, so that fewer pages are
 * read.
 *
 * <p>{@link #total()} counts only violations of this listing. It takes one request, unless the
 * listing has filters of the library, or the server ignores a filter; then it reads all pages. A
 * {@linkplain #page single page} has the server's total, which includes what is left out, and may
 * have fewer elements than its size. {@link #offset} also counts what is left out.
 *
 * @see "JFrog REST APIs: Get Violations"
 */
public interface ViolationQuery extends PagedQuery<Violation, ViolationQuery> {
  /** Lists violations that this watch found. */
  ViolationQuery watch(String name);

  /**
   * Lists violations of this artifact. If methods for resources, such as this one, are called
   * several times, the listing has the violations of all these resources. Needs Xray 3.88.10 or
   * later; older servers ignore it.
   *
   * @param repository the key of the repository; for a remote repository, JFrog's documentation
   *     does not say whether it ends with {@code -cache}
   * @param path the path inside the repository; for an image, that of its {@code manifest.json}
   */
  ViolationQuery artifact(String repository, String path);

  /**
   * Lists violations of this build, like {@link #artifact artifact(..)}. A violation does not show
   * its builds, so violations that an older server sends although they are not of the build are not
   * left out.
   */
  ViolationQuery build(String name, String number);

  /** Lists violations of this build in a project, like {@link #build(String, String)}. */
  ViolationQuery build(String name, String number, String project);

  /**
   * Lists violations of this release bundle of version 1, like {@link #artifact artifact(..)}. A
   * violation does not show its release bundles, so violations that an older server sends although
   * they are not of the bundle are not left out.
   */
  ViolationQuery releaseBundle(String name, String version);

  /**
   * Lists violations of this release bundle of version 2, like {@link #releaseBundle
   * releaseBundle(..)}.
   */
  ViolationQuery releaseBundleV2(String name, String version);

  /** Lists violations of this release bundle of version 2 in a project. */
  ViolationQuery releaseBundleV2(String name, String version, String project);

  /**
   * Lists violations of this Git repository, such as {@code acme/shop}, like {@link #artifact
   * artifact(..)}. JFrog's documentation does not mention this filter; it is known from JFrog's
   * client for Go.
   */
  ViolationQuery gitRepository(String name);

  /**
   * Lists violations of a resource of a kind for which this interface has no method, like
   * {@link #artifact artifact(..)}.
   *
   * @param kind the name of the kind in {@code resources}, as in the server's JSON
   * @param fields what identifies the resource, as in the server's JSON
   */
  ViolationQuery resource(String kind, Map<String, String> fields);

  /** Lists violations found at this time or later. */
  ViolationQuery createdFrom(Instant time);

  /** Lists violations found at this time or earlier. Needs Xray 3.88.10 or later. */
  ViolationQuery createdUntil(Instant time);

  /** Lists violations of this type. */
  ViolationQuery type(ViolationType type);

  /**
   * Lists violations of this severity or a higher one. The order is {@code Unknown}, {@code
   * Information}, {@code Low}, {@code Medium}, {@code High}, {@code Critical}.
   */
  ViolationQuery minSeverity(Severity severity);

  /**
   * Lists violations for this CVE, such as {@code CVE-2021-44228}. Needs Xray 3.88.10 or later.
   * With an older server, add {@link #includeDetails()}, since violations show their CVEs only
   * with details.
   */
  ViolationQuery cve(String id);

  /** Lists violations for this issue, such as {@code XRAY-123}. Needs Xray 3.88.10 or later. */
  ViolationQuery issue(String id);

  /**
   * Lists violations with this text in their description. The server does not search the names of
   * components and artifacts.
   */
  ViolationQuery nameContains(String text);

  /**
   * Adds a filter for which this interface has no method, by its name in the server's JSON. The
   * server may ignore a filter that it does not know.
   *
   * @param value the value in the server's form
   * @throws IllegalArgumentException if the name is {@code resources}, for which there are other
   *     methods
   */
  ViolationQuery filter(String name, JsonNode value);

  /**
   * Lists violations of artifacts in this repository. The library filters by it, not the server,
   * and leaves out violations that name no artifact. The key of a remote repository and that of its
   * cache mean the same.
   *
   * @param key the key of the repository
   */
  ViolationQuery repository(String key);

  /**
   * Lists violations of this component. The library filters by it, not the server, so that all
   * violations that match the other filters are read. Violations without components, such as
   * secrets and findings of static analysis, are left out.
   *
   * @param name the name without the version, with its type as in {@code npm://lodash} and {@code
   *     gav://com.acme:lib}, or without it
   */
  ViolationQuery component(String name);

  /**
   * Lists violations of components of this version. The library filters by it, not the server, and
   * leaves out violations without components. Together with {@link #component}, it must be the
   * version of that component.
   */
  ViolationQuery componentVersion(String version);

  /**
   * Lists violations of components of this type, which is the beginning of their ids, such as
   * {@code npm}, {@code pypi}, {@code alpine} or {@code gav} for Maven. Compared without case. The
   * library filters by it, not the server, and leaves out violations without components.
   */
  ViolationQuery packageType(String type);

  /**
   * Lists violations of this policy. The library filters by it, not the server. It asks for
   * {@linkplain #includeDetails details}, and leaves out violations for which the server names no
   * policy.
   */
  ViolationQuery policy(String name);

  /**
   * Lists violations of the rule of this name, like {@link #policy policy(..)}. Together with it,
   * the rule must be one of that policy.
   */
  ViolationQuery rule(String name);

  /**
   * Lists violations that the predicate accepts, in addition to the other filters. The library
   * filters by it, not the server.
   */
  ViolationQuery matching(Predicate<Violation> predicate);

  /**
   * Asks the server for details: the ids of violations, CVEs, summaries, fixed versions, and the
   * policies and rules with the information whether they block.
   */
  ViolationQuery includeDetails();

  /** Sets what the listing is sorted by; {@link OrderBy#CREATED} by default. */
  ViolationQuery orderBy(OrderBy order);

  /** A field by which violations can be sorted. */
  final class OrderBy extends WireValue {
    private static final long serialVersionUID = 1L;

    /** The time at which the violation was found. */
    public static final OrderBy CREATED = new OrderBy("created");

    /** The severity of the issue. */
    public static final OrderBy SEVERITY = new OrderBy("severity");

    /** The summary of the issue. */
    public static final OrderBy SUMMARY = new OrderBy("summary");

    /** The type of the violation. */
    public static final OrderBy TYPE = new OrderBy("type");

    /** The name of the watch that found the violation. */
    public static final OrderBy WATCH = new OrderBy("watcher_name");

    /** The id of the issue. */
    public static final OrderBy ISSUE = new OrderBy("issue_id");

    private OrderBy(String wire) {
      super(wire);
    }

    /**
     * Returns the sort field with this wire text. The text may be one that this library does not
     * know.
     */
    @JsonCreator
    public static OrderBy of(String wire) {
      return new OrderBy(wire);
    }
  }
}
