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
import org.immutables.value.Value;

/** A waiver request that does not exist yet. All of it is needed. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWaiverRequestDraft.class)
@JsonDeserialize(builder = WaiverRequestDraft.Builder.class)
@SuppressWarnings("serial")
public interface WaiverRequestDraft extends Serializable {
  /** Sent in lower case, as this interface documents it. */
  @JsonProperty("pkg_type")
  PackageType packageType();

  /** The name in the catalog, {@code group:artifact} for Maven. */
  @JsonProperty("pkg_name")
  String packageName();

  @JsonProperty("pkg_version")
  String packageVersion();

  /** A curated remote repository by its own key: no virtual one, and without {@code -cache}. */
  @JsonProperty("repo_key")
  String repositoryKey();

  /** What the decision owners read. */
  @JsonProperty("reason")
  String reason();

  /**
   * Refuses blank texts.
   *
   * @throws IllegalArgumentException that names the field
   */
  @Value.Check
  default WaiverRequestDraft checked() {
    Arguments.word("package type", packageType());
    Arguments.text("package name", packageName());
    Arguments.text("package version", packageVersion());
    Arguments.text("repository key", repositoryKey());
    Arguments.text("reason", reason());
    PackageType lower = packageType().inLowerCase();
    return lower.wire().equals(packageType().wire())
        ? this
        : toBuilder().packageType(lower).build();
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /**
   * Begins a request for one version of a package; {@code repositoryKey} and {@code reason} are needed
   * too.
   */
  static Builder of(PackageType type, String packageName, String packageVersion) {
    return new Builder().packageType(type).packageName(packageName).packageVersion(packageVersion);
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
