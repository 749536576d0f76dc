package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What an ignore rule matches; {@code any} as the only element of a list matches everything. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableIgnoreFilters.class)
@JsonDeserialize(builder = IgnoreFilters.Builder.class)
public interface IgnoreFilters {
  /** Ids of vulnerabilities, such as {@code XRAY-94620}; {@code any} stands for all. */
  @JsonProperty("vulnerabilities")
  List<String> vulnerabilities();

  /** Ids of CVEs, such as {@code CVE-2021-44228}; {@code any} stands for all. */
  @JsonProperty("cves")
  List<String> cves();

  /** Keys of licenses, such as {@code GPL-3.0}. */
  @JsonProperty("licenses")
  List<String> licenses();

  /** Names of policies; the rule then holds for their violations only. */
  @JsonProperty("policies")
  List<String> policies();

  /** Names of watches; the rule then holds for their violations only. */
  @JsonProperty("watches")
  List<String> watches();

  /** Keys of projects; the rule then holds in them only. */
  @JsonProperty("projects")
  List<String> projects();

  /** {@code any}, if the rule is about operational risk; no other value is documented. */
  @JsonProperty("operational_risk")
  List<String> operationalRisk();

  /** Git repositories; the rule then holds in them only. */
  @JsonProperty("git_repositories")
  List<String> gitRepositories();

  /** Names such as {@code gav://group:artifact}. */
  @JsonProperty("components")
  List<IgnoreTarget> components();

  /** Artifacts; the rule then holds for them only. */
  @JsonProperty("artifacts")
  List<IgnoreTarget> artifacts();

  /** Builds; the rule then holds for them only. */
  @JsonProperty("builds")
  List<IgnoreTarget> builds();

  /** Release bundles of version 1; the rule then holds for them only. */
  @JsonAlias("release_bundles")
  @JsonProperty("release-bundles")
  List<IgnoreTarget> releaseBundles();

  /** Release bundles of version 2; the rule then holds for them only. */
  @JsonProperty("release_bundles_v2")
  List<IgnoreTarget> releaseBundlesV2();

  /** Digests. */
  @JsonAlias("docker_layers")
  @JsonProperty("docker-layers")
  List<String> dockerLayers();

  /** Exposures such as secrets, as the server spells them. */
  @JsonProperty("exposures")
  Optional<JsonNode> exposures();

  /** Findings of static analysis, as the server spells them. */
  @JsonProperty("sast")
  Optional<JsonNode> sast();

  /** Fields that this version of the library does not know, as received. */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableIgnoreFilters.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
