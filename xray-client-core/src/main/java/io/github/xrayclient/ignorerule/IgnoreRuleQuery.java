package io.github.xrayclient.ignorerule;

import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.call.ListingQuery;
import io.github.xrayclient.internal.call.Rfc3339;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.Walk;
import java.time.OffsetDateTime;

/**
 * A listing of ignore rules, the oldest first. Rules that were deleted are passed over, though servers
 * still give and count them. Each filter returns a new query, to keep and reuse. Immutable and
 * thread-safe.
 *
 * @see "JFrog REST APIs: Get Ignore Rules"
 */
public final class IgnoreRuleQuery extends Paged<IgnoreRule> {
  private static final PageDecoder<IgnoreRule> PAGE =
      new PageDecoder<>(IgnoreRule.class, "ignore_rules");

  private final ListingQuery<IgnoreRule> query;

  private IgnoreRuleQuery(ListingQuery<IgnoreRule> query) {
    this.query = query;
  }

  /** All rules that were not deleted, as the endpoint with this path lists them. */
  static IgnoreRuleQuery of(ApiCalls xray, String path, String since) {
    Listing<IgnoreRule> listing = Listing.of(xray, path, since, PAGE, IgnoreRule::id);
    return new IgnoreRuleQuery(ListingQuery.of(listing)
        .with("order_by", "created")
        .with("direction", "asc")
        .without(IgnoreRule::isDeleted));
  }

  /** Rules on this vulnerability, such as {@code XRAY-123}. */
  public IgnoreRuleQuery vulnerability(String id) {
    return filtered("vulnerability", id);
  }

  /** Rules on this CVE. */
  public IgnoreRuleQuery cve(String id) {
    return filtered("cve", id);
  }

  /** Rules on this license. */
  public IgnoreRuleQuery license(String name) {
    return filtered("license", name);
  }

  /** Rules on violations of this policy. */
  public IgnoreRuleQuery policy(String name) {
    return filtered("policy", name);
  }

  /** Rules on violations that this watch found. */
  public IgnoreRuleQuery watch(String name) {
    return filtered("watch", name);
  }

  /** Rules on this component. */
  public IgnoreRuleQuery component(String name) {
    return filtered("component_name", name);
  }

  /** Rules on this version of a component. */
  public IgnoreRuleQuery componentVersion(String version) {
    return filtered("component_version", version);
  }

  /** Rules on this artifact. */
  public IgnoreRuleQuery artifact(String name) {
    return filtered("artifact_name", name);
  }

  /** Rules on artifacts of this path. */
  public IgnoreRuleQuery artifactPath(String path) {
    return filtered("artifact_path", path);
  }

  /** Rules on this build. */
  public IgnoreRuleQuery build(String name) {
    return filtered("build_name", name);
  }

  /** Rules that expire before this. */
  public IgnoreRuleQuery expiresBefore(OffsetDateTime time) {
    return filtered("expires_before", Rfc3339.text(time));
  }

  /** Rules that expire after this. */
  public IgnoreRuleQuery expiresAfter(OffsetDateTime time) {
    return filtered("expires_after", Rfc3339.text(time));
  }

  /** Rules of this project. */
  public IgnoreRuleQuery projectKey(String key) {
    return filtered("projectKey", key);
  }

  /** Any other filter, by its wire name, such as {@code docker_layer}. */
  public IgnoreRuleQuery filter(String parameter, String value) {
    return filtered(Arguments.checked("parameter", parameter), value);
  }

  /** With the rules that were deleted, which servers keep and give. */
  public IgnoreRuleQuery includeDeleted() {
    return new IgnoreRuleQuery(query.without(rule -> false));
  }

  /** Asks for pages of this size, 1 or more; 100 by default. The server may give less. */
  public IgnoreRuleQuery pageSize(int size) {
    return new IgnoreRuleQuery(query.pageSize(size));
  }

  /** Begins with this element, counted from 0. */
  public IgnoreRuleQuery offset(long first) {
    return new IgnoreRuleQuery(query.offset(first));
  }

  @Override
  protected Walk<IgnoreRule> walk() {
    return query.walk();
  }

  private IgnoreRuleQuery filtered(String parameter, String value) {
    return new IgnoreRuleQuery(query.with(parameter, Arguments.checked(parameter, value)));
  }
}
