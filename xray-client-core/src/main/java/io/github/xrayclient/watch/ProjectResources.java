package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** The resources that a watch covers, and the filters that apply to all of them. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableProjectResources.class)
@JsonDeserialize(builder = ProjectResources.Builder.class)
public interface ProjectResources {
  /** The resources that the watch covers; an artifact is covered if one of them covers it. */
  @JsonProperty("resources")
  List<WatchResource> resources();

  /** Filters for every resource. Only newer servers have them. */
  @JsonProperty("global_filters")
  List<WatchFilter> globalFilters();

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

  /** A builder of {@link ProjectResources} values. Not thread-safe. */
  final class Builder extends ImmutableProjectResources.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
