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
  @JsonProperty("vulnerabilities")
  List<String> vulnerabilities();

  @JsonProperty("cves")
  List<String> cves();

  @JsonProperty("licenses")
  List<String> licenses();

  @JsonProperty("policies")
  List<String> policies();

  @JsonProperty("watches")
  List<String> watches();

  @JsonProperty("projects")
  List<String> projects();

  @JsonProperty("operational_risk")
  List<String> operationalRisk();

  @JsonProperty("git_repositories")
  List<String> gitRepositories();

  /** Names such as {@code gav://group:artifact}. */
  @JsonProperty("components")
  List<IgnoreTarget> components();

  @JsonProperty("artifacts")
  List<IgnoreTarget> artifacts();

  @JsonProperty("builds")
  List<IgnoreTarget> builds();

  @JsonAlias("release_bundles")
  @JsonProperty("release-bundles")
  List<IgnoreTarget> releaseBundles();

  @JsonProperty("release_bundles_v2")
  List<IgnoreTarget> releaseBundlesV2();

  /** Digests. */
  @JsonAlias("docker_layers")
  @JsonProperty("docker-layers")
  List<String> dockerLayers();

  @JsonProperty("exposures")
  Optional<JsonNode> exposures();

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
