package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.WireValue;
import java.time.Instant;

/**
 * A listing of ignore rules, the oldest first. Rules that were deleted are left out, though servers
 * still give and count them, so {@link #total()} may be larger than the number of rules that come.
 *
 * @see "JFrog REST APIs: Get Ignore Rules"
 */
public interface IgnoreRuleQuery extends PagedQuery<IgnoreRule, IgnoreRuleQuery> {
  /** Rules on this vulnerability, such as {@code XRAY-123}. */
  IgnoreRuleQuery vulnerability(String id);

  /** Rules on this CVE. */
  IgnoreRuleQuery cve(String id);

  /** Rules on this license. */
  IgnoreRuleQuery license(String name);

  /** Rules on violations of this policy. */
  IgnoreRuleQuery policy(String name);

  /** Rules on violations that this watch found. */
  IgnoreRuleQuery watch(String name);

  /** Rules on this component. */
  IgnoreRuleQuery component(String name);

  /** Rules on this version of a component. */
  IgnoreRuleQuery componentVersion(String version);

  /** Rules on this artifact. */
  IgnoreRuleQuery artifact(String name);

  /** Rules on this version of an artifact. */
  IgnoreRuleQuery artifactVersion(String version);

  /** Rules on artifacts of this path. */
  IgnoreRuleQuery artifactPath(String path);

  /** Rules on this build. */
  IgnoreRuleQuery build(String name);

  /** Rules on this number of a build. */
  IgnoreRuleQuery buildVersion(String version);

  /** Rules on this release bundle. */
  IgnoreRuleQuery releaseBundle(String name);

  /** Rules on this version of a release bundle. */
  IgnoreRuleQuery releaseBundleVersion(String version);

  /** Rules on this layer of a Docker image, by its digest without {@code sha256:}. */
  IgnoreRuleQuery dockerLayer(String digest);

  /** Rules on this Git repository. */
  IgnoreRuleQuery gitRepository(String name);

  /** Rules that expire before this. */
  IgnoreRuleQuery expiresBefore(Instant time);

  /** Rules that expire after this. */
  IgnoreRuleQuery expiresAfter(Instant time);

  /** Any other filter, by its wire name, such as {@code exposures_scanner}. */
  IgnoreRuleQuery filter(String parameter, String value);

  /** With the rules that were deleted, which servers keep and give. */
  IgnoreRuleQuery includeDeleted();

  /** Sorts by this; {@link OrderBy#CREATED} by default. */
  IgnoreRuleQuery orderBy(OrderBy order);

  /** What ignore rules can be sorted by. */
  final class OrderBy extends WireValue {
    private static final long serialVersionUID = 1L;

    public static final OrderBy CREATED = new OrderBy("created");
    public static final OrderBy EXPIRES_AT = new OrderBy("expires_at");
    public static final OrderBy AUTHOR = new OrderBy("author");
    public static final OrderBy PROJECT_KEY = new OrderBy("project_key");

    /** The rule's id. */
    public static final OrderBy ID = new OrderBy("external_id");

    private OrderBy(String wire) {
      super(wire);
    }

    /** The value that the server spells like this. */
    @JsonCreator
    public static OrderBy of(String wire) {
      return new OrderBy(wire);
    }
  }
}
