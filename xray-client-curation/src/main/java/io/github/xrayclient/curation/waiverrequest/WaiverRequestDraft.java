package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.internal.write.DraftFields;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A waiver request that is about to be created. All fields except the repository are mandatory.
 * Immutable and thread-safe.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWaiverRequestDraft.class)
@JsonDeserialize(builder = WaiverRequestDraft.Builder.class)
@SuppressWarnings("serial")
public interface WaiverRequestDraft extends Serializable {
  /** The type of the package. It is sent in lower case, as the endpoint requires. */
  @JsonProperty("pkg_type")
  PackageType packageType();

  /** The name in the catalog; {@code group:artifact} for Maven. */
  @JsonProperty("pkg_name")
  String packageName();

  /** The exact version of the package. */
  @JsonProperty("pkg_version")
  String packageVersion();

  /**
   * The key of the curated remote repository itself: not a virtual repository, and without
   * {@code -cache}. Newer servers need it, older ones accept a request without it.
   */
  @JsonProperty("repo_key")
  Optional<String> repositoryKey();

  /**
   * Why the package is needed, for those who decide. JFrog's command line accepts only 5 to 300
   * characters.
   */
  @JsonProperty("reason")
  String reason();

  /**
   * Checks that no text is blank, and writes the package type in lower case.
   *
   * @throws IllegalArgumentException if a text is blank; the message names the field
   */
  @Value.Check
  default WaiverRequestDraft checked() {
    Arguments.word("packageType", packageType());
    Arguments.text("packageName", packageName());
    Arguments.text("packageVersion", packageVersion());
    repositoryKey().ifPresent(key -> Arguments.text("repositoryKey", key));
    Arguments.text("reason", reason());
    PackageType lower = packageType().inLowerCase();
    return lower.wire().equals(packageType().wire())
        ? this
        : toBuilder().packageType(lower).build();
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /**
   * Returns a builder of a request for one version of a package. {@code reason} must be set as
   * well, and {@code repositoryKey} for a server that needs it.
   */
  static Builder of(PackageType type, String packageName, String packageVersion) {
    return new Builder()
        .packageType(Objects.requireNonNull(type, "type"))
        .packageName(packageName)
        .packageVersion(packageVersion);
  }

  /**
   * A builder of {@link WaiverRequestDraft} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableWaiverRequestDraft.Builder {
    Builder() {} // not private: the processor would then make its own builder final

    @JsonAnySetter
    void refuse(String field, JsonNode value) {
      DraftFields.refuse("a draft of a waiver request", field);
    }
  }
}
