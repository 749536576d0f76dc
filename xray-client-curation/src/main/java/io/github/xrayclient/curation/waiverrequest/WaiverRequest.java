package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A request to exempt one version of a package in one repository. Whoever asks for the same while it
 * is pending becomes one more requester. Servers differ in what they give: older ones have the
 * reason in place of the requesters, and neither package nor policies.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWaiverRequest.class)
@JsonDeserialize(builder = WaiverRequest.Builder.class)
public interface WaiverRequest {
  /** On the wire {@code waiver_id} in older answers. */
  @JsonProperty("id")
  @JsonAlias("waiver_id")
  WaiverRequestId id();

  /** Whether the request is pending, approved, rejected, … */
  @JsonProperty("status")
  Optional<WaiverRequestStatus> status();

  @JsonProperty("created_at")
  Optional<Timestamp> createdAt();

  /** Absent, or the text {@code ""}, while the request is pending. */
  @JsonProperty("closed_at")
  Optional<Timestamp> closedAt();

  /** The users who asked for this waiver; later ones join the first request. */
  @JsonProperty("requesters")
  List<Requester> requesters();

  /** What older servers give in place of the requesters. */
  @JsonProperty("reason")
  Optional<String> reason();

  /** The curated remote repository. */
  @JsonProperty("repo_key")
  Optional<String> repositoryKey();

  @JsonProperty("pkg_type")
  Optional<PackageType> packageType();

  @JsonProperty("pkg_name")
  Optional<String> packageName();

  @JsonProperty("pkg_version")
  Optional<String> packageVersion();

  /** The groups that decide. */
  @JsonProperty("decision_owners")
  List<String> decisionOwners();

  /** The policies that block the package; it is free when every one of them is waived. */
  @JsonProperty("policies")
  List<BlockingPolicy> policies();

  /** When a waiver for limited time ends. */
  @JsonProperty("waiver_expiry")
  Optional<Timestamp> waiverExpiry();

  /** How the waiver's expiry stands, as the server words it. */
  @JsonProperty("waiver_expiry_status")
  Optional<String> waiverExpiryStatus();

  /** Why the waiver is asked for: the requesters' justifications, or the reason. */
  @JsonIgnore
  default List<String> reasons() {
    return Stream.concat(
            requesters().stream().flatMap(requester -> requester.justification().stream()),
            reason().stream())
        .collect(Collectors.toUnmodifiableList());
  }

  /** Whether it asks for what this draft asks for, whoever asks. */
  @JsonIgnore
  default boolean isFor(WaiverRequestDraft draft) {
    return packageType().filter(draft.packageType()::equals).isPresent()
        && packageName().filter(draft.packageName()::equals).isPresent()
        && packageVersion().filter(draft.packageVersion()::equals).isPresent()
        && repositoryKey().filter(draft.repositoryKey()::equals).isPresent();
  }

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

  /**
   * A builder of {@link WaiverRequest} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableWaiverRequest.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
