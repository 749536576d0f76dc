package io.github.xrayclient.curation.audit;

import com.fasterxml.jackson.annotation.JsonAlias;
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
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A download that Curation checked. Servers send empty texts for values that they do not know. The
 * body of the webhook for a blocked package can be read as an event, too.
 *
 * @see "JFrog REST APIs: Get Approved/Blocked Audit Logs"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableAuditEvent.class)
@JsonDeserialize(builder = AuditEvent.Builder.class)
public interface AuditEvent {
  /** The id of the event. Webhooks send it as {@code event_id}. */
  @JsonProperty("id")
  @JsonAlias("event_id")
  AuditEventId id();

  /** When the download was requested; a text, or milliseconds since 1970. */
  @JsonProperty("created_at")
  Optional<Timestamp> createdAt();

  /**
   * What Curation decided. Some servers send {@link #status()} instead; {@link #outcome()} reads
   * both.
   */
  @JsonProperty("action")
  Optional<AuditAction> action();

  /** The type of the package, such as npm. */
  @JsonProperty("package_type")
  Optional<PackageType> packageType();

  /** The name in the catalog; {@code group:artifact} for Maven. */
  @JsonProperty("package_name")
  Optional<String> packageName();

  /** The version that was requested. */
  @JsonProperty("package_version")
  Optional<String> packageVersion();

  /** The address from which the package comes; may be empty. */
  @JsonProperty("package_url")
  Optional<String> packageUrl();

  /** Why Curation decided so, such as {@code Policy violations}. */
  @JsonProperty("reason")
  Optional<String> reason();

  /**
   * The key of the curated remote repository; never that of a virtual one. Some servers send it as
   * {@code curated_repo_name}.
   */
  @JsonProperty("curated_repository_name")
  @JsonAlias("curated_repo_name")
  Optional<String> curatedRepository();

  /** The name of the Artifactory that has the curated repository. */
  @JsonProperty("curated_repository_server_name")
  Optional<String> curatedRepositoryServer();

  /** The key of the project that owns the curated repository. */
  @JsonProperty("curated_project")
  Optional<String> curatedProject();

  /** The user who requested the package; an empty text if nobody was logged in. */
  @JsonProperty("username")
  Optional<String> username();

  /** The mail address of the user who requested the package. */
  @JsonProperty("user_mail")
  Optional<String> userMail();

  /**
   * The key of the repository from which the user requested the package, which may be in front of
   * the curated one.
   */
  @JsonProperty("origin_repository_name")
  Optional<String> originRepository();

  /**
   * The name of the Artifactory from which the user requested the package. It differs from
   * {@link #curatedRepositoryServer()} if a smart remote repository lies between them.
   */
  @JsonProperty("origin_repository_server_name")
  Optional<String> originRepositoryServer();

  /** The key of the project that owns the repository from which the user requested the package. */
  @JsonProperty("origin_project")
  Optional<String> originProject();

  /** The address of the public repository behind the curated one. */
  @JsonProperty("public_repo_url")
  Optional<String> publicRepositoryUrl();

  /** The name of the public repository behind the curated one. */
  @JsonProperty("public_repo_name")
  Optional<String> publicRepositoryName();

  /**
   * How the event came about, in the server's words, such as {@code Download to repository}. Only
   * newer servers send it, and it is known from observation only.
   */
  @JsonProperty("event_origin")
  Optional<String> eventOrigin();

  /**
   * The ecosystem of the package. Only newer servers send it, and it is known from observation
   * only.
   */
  @JsonProperty("ecosystem")
  Optional<String> ecosystem();

  /**
   * Whether the package was scanned on demand because the catalog did not know it. Only newer
   * servers send it, and it is known from observation only.
   */
  @JsonProperty("ondemand")
  @JsonAlias("on_demand")
  Optional<Boolean> onDemand();

  /** What Curation decided, on servers that do not send {@link #action()}. */
  @JsonProperty("status")
  Optional<AuditAction> status();

  /**
   * The policies that affected the decision; empty for most approved downloads, exactly one in a
   * dry-run event.
   */
  @JsonProperty("policies")
  List<AuditedPolicy> policies();

  /** What Curation decided: {@link #action()}, or else {@link #status()}. */
  @JsonIgnore
  default Optional<AuditAction> outcome() {
    return action().or(this::status);
  }

  /** Whether the policy is one of {@link #policies()}. */
  @JsonIgnore
  default boolean concerns(CurationPolicyId policy) {
    Objects.requireNonNull(policy, "policy");
    return policies().stream()
        .anyMatch(each -> each.policyId().filter(policy::equals).isPresent());
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
   * A builder of {@link AuditEvent} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableAuditEvent.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
