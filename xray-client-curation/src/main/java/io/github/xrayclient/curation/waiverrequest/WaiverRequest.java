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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A request to exempt one version of a package in one repository from the policies that block it.
 * While it is pending, other users who request the same become further requesters. Older servers
 * send {@link #reason()} instead of the requesters, and neither package nor policies.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWaiverRequest.class)
@JsonDeserialize(builder = WaiverRequest.Builder.class)
public interface WaiverRequest {
  /** The id of the request. Older servers send it as {@code waiver_id}. */
  @JsonProperty("id")
  @JsonAlias("waiver_id")
  WaiverRequestId id();

  /** Whether the request is pending, approved or rejected. */
  @JsonProperty("status")
  Optional<WaiverRequestStatus> status();

  /** When the waiver was first requested. */
  @JsonProperty("created_at")
  Optional<Timestamp> createdAt();

  /** When the request was last updated. Only newer servers send it. */
  @JsonProperty("updated_at")
  Optional<Timestamp> updatedAt();

  /** When the request was decided; absent or an empty text while it is pending. */
  @JsonProperty("closed_at")
  Optional<Timestamp> closedAt();

  /** The users who requested this waiver, the first one and those who joined later. */
  @JsonProperty("requesters")
  List<Requester> requesters();

  /** Why the waiver was requested, on older servers that do not send the requesters. */
  @JsonProperty("reason")
  Optional<String> reason();

  /** The key of the curated remote repository. */
  @JsonProperty("repo_key")
  Optional<String> repositoryKey();

  /** The type of the package, such as npm. */
  @JsonProperty("pkg_type")
  Optional<PackageType> packageType();

  /** The name in the catalog; {@code group:artifact} for Maven. */
  @JsonProperty("pkg_name")
  Optional<String> packageName();

  /** The version for which the waiver is requested. */
  @JsonProperty("pkg_version")
  Optional<String> packageVersion();

  /** The groups whose members decide on the request. */
  @JsonProperty("decision_owners")
  List<String> decisionOwners();

  /**
   * The policies that block the package. The package can be downloaded once each of these policies
   * has a waiver for it.
   */
  @JsonProperty("policies")
  List<BlockingPolicy> policies();

  /**
   * When the waiver ends; absent or an empty text for a waiver without a time limit. Only newer
   * servers send it.
   */
  @JsonProperty("waiver_expiry")
  Optional<Timestamp> waiverExpiry();

  /** Whether the waiver has ended or soon will. Only newer servers send it. */
  @JsonProperty("waiver_expiry_status")
  Optional<WaiverExpiryStatus> waiverExpiryStatus();

  /**
   * Why the waiver was requested: the justifications of the requesters, or {@link #reason()} on
   * older servers.
   */
  @JsonIgnore
  default List<String> reasons() {
    return Stream.concat(
            requesters().stream().flatMap(requester -> requester.justification().stream()),
            reason().stream())
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * Whether this request is for the package and version of the draft, and for its repository if the
   * draft names one. Package types are compared without case. Names and versions are compared
   * exactly, so that a request for another package is never taken for this one. Requesters and
   * reasons are not compared.
   */
  @JsonIgnore
  default boolean isFor(WaiverRequestDraft draft) {
    Objects.requireNonNull(draft, "draft");
    return packageType().filter(draft.packageType()::equals).isPresent()
        && packageName().filter(draft.packageName()::equals).isPresent()
        && packageVersion().filter(draft.packageVersion()::equals).isPresent()
        && (draft.repositoryKey().isEmpty() || draft.repositoryKey().equals(repositoryKey()));
  }

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

  /**
   * A builder of {@link WaiverRequest} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableWaiverRequest.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
