package io.github.xrayclient.violation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.value.WireValue;

/**
 * A listing of violations that ignore rules cover, sorted by the time of their last change. Its
 * violations have {@link Violation#impactedArtifact()} instead of {@link
 * Violation#impactedArtifacts()}, and the ignore rule with its author and expiry in {@link
 * Violation#ignoreRuleInfo()}.
 *
 * <p>The filters are those of ignore rules, and only the server applies them. If a filter is set
 * several times, the listing has the violations that match any of its values. Different filters
 * must all match.
 *
 * @see "JFrog REST APIs: List Ignored Violations"
 */
public interface IgnoredViolationQuery extends PagedQuery<Violation, IgnoredViolationQuery> {
  /** Lists violations that this watch found. */
  IgnoredViolationQuery watch(String name);

  /** Lists violations of this policy. */
  IgnoredViolationQuery policy(String name);

  /** Lists violations in this project. */
  IgnoredViolationQuery project(String key);

  /** Lists violations for this vulnerability, such as {@code XRAY-123}. */
  IgnoredViolationQuery vulnerability(String id);

  /** Lists violations for this CVE, such as {@code CVE-2021-44228}. */
  IgnoredViolationQuery cve(String id);

  /** Lists violations for this license, such as {@code GPL-3.0}. */
  IgnoredViolationQuery license(String key);

  /** Lists violations of all versions of this component, such as {@code gav://group:artifact}. */
  IgnoredViolationQuery component(String name);

  /** Lists violations of this version of a component, such as {@code gav://group:artifact}. */
  IgnoredViolationQuery component(String name, String version);

  /** Lists violations in all versions of the artifact of this name. */
  IgnoredViolationQuery artifact(String name);

  /** Lists violations in this version of an artifact. */
  IgnoredViolationQuery artifact(String name, String version);

  /** Lists violations in this build. */
  IgnoredViolationQuery build(String name, String number);

  /** Lists violations in this release bundle of version 1. */
  IgnoredViolationQuery releaseBundle(String name, String version);

  /** Lists violations in this release bundle of version 2. */
  IgnoredViolationQuery releaseBundleV2(String name, String version);

  /** Lists violations in this Docker layer, given by its digest without {@code sha256:}. */
  IgnoredViolationQuery dockerLayer(String digest);

  /** Lists violations in this Git repository. */
  IgnoredViolationQuery gitRepository(String name);

  /**
   * Sets a filter for which this interface has no method, by its name in the server's JSON.
   *
   * @param value the value in the server's form, which is usually an array
   */
  IgnoredViolationQuery filter(String name, JsonNode value);

  /** Sets what the listing is sorted by; {@link OrderBy#UPDATED} by default. */
  IgnoredViolationQuery orderBy(OrderBy order);

  /**
   * Sets the direction of the order. By default, the server chooses it. JFrog's documentation does
   * not mention the direction for these listings, so the server may ignore it.
   */
  @Override
  IgnoredViolationQuery direction(Direction direction);

  /** A field by which ignored violations can be sorted. */
  final class OrderBy extends WireValue {
    private static final long serialVersionUID = 1L;

    /** The time at which the violation was changed. */
    public static final OrderBy UPDATED = new OrderBy("updated");

    /** The severity of the issue. */
    public static final OrderBy SEVERITY = new OrderBy("severity");

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
