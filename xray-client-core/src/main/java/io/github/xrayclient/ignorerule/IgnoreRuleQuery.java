package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.WireValue;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * A listing of ignore rules, the oldest first. Deleted rules are left out. Servers count them, so
 * {@link #total()} reads all pages to count the others.
 *
 * @see "JFrog REST APIs: Get Ignore Rules"
 */
public interface IgnoreRuleQuery extends PagedQuery<IgnoreRule, IgnoreRuleQuery> {
  /** Lists rules for this vulnerability, such as {@code XRAY-123}. */
  IgnoreRuleQuery vulnerability(String id);

  /** Lists rules for this CVE, such as {@code CVE-2021-44228}. */
  IgnoreRuleQuery cve(String id);

  /** Lists rules for this license, such as {@code GPL-3.0}. */
  IgnoreRuleQuery license(String name);

  /** Lists rules for violations of this policy. */
  IgnoreRuleQuery policy(String name);

  /** Lists rules for violations that this watch found. */
  IgnoreRuleQuery watch(String name);

  /** Lists rules for the component of this name, such as {@code gav://group:artifact}. */
  IgnoreRuleQuery component(String name);

  /** Lists rules for this version of a component. */
  IgnoreRuleQuery componentVersion(String version);

  /** Lists rules for the artifact of this name. */
  IgnoreRuleQuery artifact(String name);

  /** Lists rules for this version of an artifact. */
  IgnoreRuleQuery artifactVersion(String version);

  /** Lists rules for artifacts with this path. */
  IgnoreRuleQuery artifactPath(String path);

  /** Lists rules for the build of this name. */
  IgnoreRuleQuery build(String name);

  /** Lists rules for this version (number) of a build. */
  IgnoreRuleQuery buildVersion(String version);

  /** Lists rules for the release bundle of this name. */
  IgnoreRuleQuery releaseBundle(String name);

  /** Lists rules for this version of a release bundle. */
  IgnoreRuleQuery releaseBundleVersion(String version);

  /** Lists rules for this Docker layer, given by its digest without {@code sha256:}. */
  IgnoreRuleQuery dockerLayer(String digest);

  /** Lists rules for exposures that this scanner finds, such as {@code EXP-1527}. */
  IgnoreRuleQuery exposureScanner(String id);

  /** Lists rules for exposures of this category. */
  IgnoreRuleQuery exposureCategory(ExposureCategory category);

  /** Lists rules for exposures in the file with this path. */
  IgnoreRuleQuery exposureFilePath(String path);

  /** Lists rules for the exposure with this fingerprint. */
  IgnoreRuleQuery exposureFingerprint(String fingerprint);

  /** Lists rules for this Git repository. */
  IgnoreRuleQuery gitRepository(String name);

  /**
   * Lists rules that are limited to this repository, by {@link IgnoreFilters#repositories()} or by
   * the path of an artifact. Servers have no such filter, so this library applies it.
   */
  IgnoreRuleQuery repository(String key);

  /**
   * Lists rules for operational risk. Servers have no such filter, so this library applies
   * it.
   */
  IgnoreRuleQuery operationalRisk();

  /**
   * Lists rules that match a predicate, in addition to the predicates of earlier calls. This
   * library applies it. It may be called by several threads at once.
   */
  IgnoreRuleQuery matching(Predicate<IgnoreRule> predicate);

  /** Lists rules that expire before this time. */
  IgnoreRuleQuery expiresBefore(Instant time);

  /** Lists rules that expire after this time. */
  IgnoreRuleQuery expiresAfter(Instant time);

  /**
   * Adds a filter of the server for which this interface has no method, by the name of its
   * parameter. A server that does not know the parameter may ignore it. The project, the order and
   * the page have methods of their own.
   *
   * @throws IllegalArgumentException if an argument is blank, or the parameter is that of the
   *     project, the order or the page
   */
  IgnoreRuleQuery filter(String parameter, String value);

  /** Lists deleted rules, too. */
  IgnoreRuleQuery includeDeleted();

  /** Sets what the listing is sorted by; {@link OrderBy#CREATED} by default. */
  IgnoreRuleQuery orderBy(OrderBy order);

  /** A field by which ignore rules can be sorted. */
  final class OrderBy extends WireValue {
    private static final long serialVersionUID = 1L;

    /** The time at which the rule was created. */
    public static final OrderBy CREATED = new OrderBy("created");

    /** The time at which the rule expires. */
    public static final OrderBy EXPIRES_AT = new OrderBy("expires_at");

    /** The user who created the rule. */
    public static final OrderBy AUTHOR = new OrderBy("author");

    /** The key of the project that owns the rule. */
    public static final OrderBy PROJECT_KEY = new OrderBy("project_key");

    /** The id of the rule. */
    public static final OrderBy ID = new OrderBy("external_id");

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
