package io.github.xrayclient.curation.audit;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One download that Curation judged. Servers send empty texts for what they do not know.
 *
 * @see "JFrog REST APIs: Get Approved/Blocked Audit Logs"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableAuditEvent.class)
@JsonDeserialize(builder = AuditEvent.Builder.class)
public interface AuditEvent {
  @JsonProperty("id")
  AuditEventId id();

  @JsonProperty("created_at")
  Optional<Timestamp> createdAt();

  /** Whether the package was blocked or approved. */
  @JsonProperty("action")
  Optional<AuditAction> action();

  @JsonProperty("package_type")
  Optional<PackageType> packageType();

  @JsonProperty("package_name")
  Optional<String> packageName();

  @JsonProperty("package_version")
  Optional<String> packageVersion();

  /** Where the package comes from. */
  @JsonProperty("package_url")
  Optional<String> packageUrl();

  /** Such as {@code Policy violations}. */
  @JsonProperty("reason")
  Optional<String> reason();

  /** The remote repository that is curated, never a virtual one. */
  @JsonProperty("curated_repository_name")
  Optional<String> curatedRepository();

  /** The Artifactory that has the curated repository. */
  @JsonProperty("curated_repository_server_name")
  Optional<String> curatedRepositoryServer();

  /** The project of the curated repository. */
  @JsonProperty("curated_project")
  Optional<String> curatedProject();

  /** Empty for a user who did not log in. */
  @JsonProperty("username")
  Optional<String> username();

  /** The mail address of the user who asked for the package. */
  @JsonProperty("user_mail")
  Optional<String> userMail();

  /** The repository that the user asked, which may stand before the curated one. */
  @JsonProperty("origin_repository_name")
  Optional<String> originRepository();

  /** The Artifactory that was asked, which differs behind a smart remote repository. */
  @JsonProperty("origin_repository_server_name")
  Optional<String> originRepositoryServer();

  /** The project of the repository that was asked. */
  @JsonProperty("origin_project")
  Optional<String> originProject();

  /** The address of the public repository behind the curated one. */
  @JsonProperty("public_repo_url")
  Optional<String> publicRepositoryUrl();

  /** The name of the public repository behind the curated one. */
  @JsonProperty("public_repo_name")
  Optional<String> publicRepositoryName();

  /** What some servers give in place of the action. */
  @JsonProperty("status")
  Optional<AuditAction> status();

  /** Empty for most downloads that passed; one in a dry-run event. */
  @JsonProperty("policies")
  List<AuditedPolicy> policies();

  /** The action, or what stands in its place. */
  @JsonIgnore
  default Optional<AuditAction> outcome() {
    return action().or(this::status);
  }

  /** Whether this policy had a say in it. */
  @JsonIgnore
  default boolean concerns(CurationPolicyId policy) {
    return policies().stream()
        .anyMatch(each -> each.policyId().filter(policy::equals).isPresent());
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
   * A builder of {@link AuditEvent} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableAuditEvent.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
