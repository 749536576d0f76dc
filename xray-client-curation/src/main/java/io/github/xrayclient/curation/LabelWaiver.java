package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * An exemption from a curation policy for all packages that have a certain label of the catalog.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableLabelWaiver.class)
@JsonDeserialize(builder = LabelWaiver.Builder.class)
public interface LabelWaiver {
  /** The id. Package waivers and label waivers are numbered separately. */
  @JsonProperty("id")
  LabelWaiverId id();

  /** The label of the catalog. */
  @JsonProperty("label")
  Optional<String> label();

  /** Why the packages are exempt. */
  @JsonProperty("justification")
  Optional<String> justification();

  /** The name of the user who created the waiver. */
  @JsonProperty("created_by")
  Optional<String> createdBy();

  /** When the waiver was created. */
  @JsonProperty("created_at")
  Optional<Timestamp> createdAt();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * The sorted names of fields that this version of the library does not know or could not read. A
   * copy of the waiver would not have them. Unknown fields that are null or empty, and fields that
   * only the server sets, are left out.
   */
  @JsonIgnore
  default Set<String> unknownFields() {
    return WaiverFields.uncopied(WaiverFields.OF_LABEL, extras(), this);
  }

  /**
   * Returns a copy without these unknown fields, so that a new waiver can be made from it. Names
   * that the waiver does not have are ignored.
   *
   * @throws IllegalArgumentException if one of the names is blank, or that of a field that this
   *     library knows and could read
   */
  default LabelWaiver droppingUnknownFields(String... names) {
    return toBuilder()
        .extras(WaiverFields.without(
            Arguments.elements("names", names), WaiverFields.OF_LABEL, extras()))
        .build();
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link LabelWaiver} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableLabelWaiver.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
