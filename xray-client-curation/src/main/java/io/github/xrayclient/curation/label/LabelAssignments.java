package io.github.xrayclient.curation.label;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import org.immutables.value.Value;

/** The packages and package versions to which a label of the catalog is assigned. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableLabelAssignments.class)
@JsonDeserialize(builder = LabelAssignments.Builder.class)
public interface LabelAssignments {
  /** The name of the label. */
  @JsonProperty("label")
  String label();

  /** The packages that have the label as a whole, with all their versions. */
  @JsonProperty("packages")
  List<CatalogPackage> packages();

  /** The single versions that have the label. */
  @JsonProperty("packageVersions")
  List<CatalogPackageVersion> packageVersions();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link LabelAssignments} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableLabelAssignments.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
