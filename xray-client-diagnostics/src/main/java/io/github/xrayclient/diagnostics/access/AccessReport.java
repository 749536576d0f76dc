package io.github.xrayclient.diagnostics.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.XrayVersion;
import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a token may do on a server, as far as reading shows it. It contains no secret. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableAccessReport.class)
@JsonDeserialize(builder = AccessReport.Builder.class)
@SuppressWarnings("serial")
public interface AccessReport extends Serializable {
  /** The base URL of the platform. */
  @JsonProperty("url")
  URI url();

  /** The version of Xray; absent if the server refuses to tell it. */
  @JsonProperty("version")
  Optional<XrayVersion> version();

  /** The name of the user, if the credentials contain it. Not checked by the server. */
  @JsonProperty("user")
  Optional<String> user();

  /** The scope of the token, if the token contains it, such as {@code applied-permissions/admin}. */
  @JsonProperty("tokenScope")
  Optional<String> tokenScope();

  /**
   * Whether the token is that of an administrator, who may change everything: its scope says so, or
   * it may read what only administrators can read. Absent if neither is known. For other users,
   * servers do not tell what they may change before they try.
   */
  @JsonProperty("administrator")
  Optional<Boolean> administrator();

  /** What the token may read, an element for each area. */
  @JsonProperty("areas")
  List<AreaAccess> areas();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link AccessReport} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableAccessReport.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
