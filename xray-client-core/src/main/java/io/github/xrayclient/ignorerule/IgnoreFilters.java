package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The violations that an ignore rule covers. A violation is covered if it matches every field that
 * is set, by one of the field's values. The single value {@code any} matches everything.
 *
 * <p>A rule needs a field that says what is ignored: {@link #vulnerabilities()}, {@link #cves()},
 * {@link #licenses()}, {@link #operationalRisk()}, {@link #exposures()} or {@link #sast()}.
 * Vulnerabilities and CVEs cannot be combined with licenses unless all of them are {@code any}.
 * Operational risk cannot be combined with vulnerabilities, CVEs or licenses. A rule has at most
 * one of CVEs, exposures and SAST. The other fields limit where violations are ignored.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableIgnoreFilters.class)
@JsonDeserialize(builder = IgnoreFilters.Builder.class)
@SuppressWarnings("serial")
public interface IgnoreFilters extends Serializable {
  /**
   * Ids of vulnerabilities, such as {@code XRAY-94620}; {@code any} matches all, and then
   * {@link #cves()} must be {@code any}, too.
   */
  @JsonProperty("vulnerabilities")
  List<String> vulnerabilities();

  /** Ids of CVEs, such as {@code CVE-2021-44228}; {@code any} matches all. */
  @JsonProperty("cves")
  List<String> cves();

  /** Keys of licenses, such as {@code GPL-3.0}. */
  @JsonProperty("licenses")
  List<String> licenses();

  /** Names of policies; the rule then covers only violations of these policies. */
  @JsonProperty("policies")
  List<String> policies();

  /** Names of watches; the rule then covers only violations that these watches found. */
  @JsonProperty("watches")
  List<String> watches();

  /** Keys of projects; the rule then covers only violations in these projects. */
  @JsonProperty("projects")
  List<String> projects();

  /** {@code any} if the rule covers operational risk. No other value is documented. */
  @JsonProperty("operational_risk")
  List<String> operationalRisk();

  /** Names of Git repositories; the rule then covers only violations in them. */
  @JsonProperty("git_repositories")
  List<String> gitRepositories();

  /**
   * Components, whose names have a type but no version, such as {@code gav://group:artifact}; the
   * rule then covers only violations of these components.
   */
  @JsonProperty("components")
  List<IgnoreTarget> components();

  /**
   * Artifacts, by name and, if set, version and path; the rule then covers only violations in them.
   */
  @JsonProperty("artifacts")
  List<IgnoreTarget> artifacts();

  /**
   * Builds; the rule then covers only violations in them. In the rule of a project, a build needs
   * its project.
   */
  @JsonProperty("builds")
  List<IgnoreTarget> builds();

  /** Release bundles of version 1; the rule then covers only violations in them. */
  @JsonAlias("release_bundles")
  @JsonProperty("release-bundles")
  List<IgnoreTarget> releaseBundles();

  /**
   * Release bundles of version 2, whose names start with {@code releaseBundleV2://}; the rule then
   * covers only violations in them.
   */
  @JsonProperty("release_bundles_v2")
  List<IgnoreTarget> releaseBundlesV2();

  /**
   * Digests of Docker layers, 64 hexadecimal digits without {@code sha256:}; the rule then covers
   * only violations in these layers.
   */
  @JsonAlias("docker_layers")
  @JsonProperty("docker-layers")
  List<String> dockerLayers();

  /**
   * Keys of repositories; the rule then covers only violations in them. Known from observation
   * only, and not documented.
   */
  @JsonProperty("repositories")
  List<String> repositories();

  /** Exposures, such as leaked secrets. */
  @JsonProperty("exposures")
  Optional<ExposureFilter> exposures();

  /**
   * Findings of static analysis (SAST). Known from JFrog's own Go client, but not from JFrog's
   * documentation.
   */
  @JsonProperty("sast")
  Optional<SastFilter> sast();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link IgnoreFilters} values. Not thread-safe. */
  final class Builder extends ImmutableIgnoreFilters.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
