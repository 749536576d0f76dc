package io.github.xrayclient.diagnostics.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** What a token may do in one area of a server. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableAreaAccess.class)
@JsonDeserialize(builder = AreaAccess.Builder.class)
@SuppressWarnings("serial")
public interface AreaAccess extends Serializable {
  /** A part of a server with rights of its own. */
  enum Area {
    /** Xray policies. */
    POLICIES,
    /** Watches. */
    WATCHES,
    /** Violations. */
    VIOLATIONS,
    /** Ignore rules. */
    IGNORE_RULES,
    /** The repositories of Artifactory. */
    REPOSITORIES,
    /** The settings of Xray in Artifactory, which only administrators can read. */
    XRAY_INTEGRATION,
    /** Curation policies. */
    CURATION_POLICIES,
    /** The conditions of Curation. */
    CONDITIONS,
    /** Waiver requests. */
    WAIVER_REQUESTS,
    /** The audit of Curation. */
    AUDIT
  }

  /** What reading an area showed. */
  enum Access {
    /** The token may read it. */
    READABLE,
    /** The server refuses it (403). */
    REFUSED,
    /** The server does not have it (404): it is older, or has no license for it. */
    NOT_AVAILABLE,
    /** It is not known, because the request failed for another reason. */
    NOT_CHECKED
  }

  /** The area. */
  @JsonProperty("area")
  Area area();

  /** What reading it showed. */
  @JsonProperty("access")
  Access access();

  /** What the server said; absent if the area is readable. */
  @JsonProperty("reason")
  Optional<String> reason();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link AreaAccess} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableAreaAccess.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
