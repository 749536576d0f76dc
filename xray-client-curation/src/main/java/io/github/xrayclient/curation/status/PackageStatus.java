package io.github.xrayclient.curation.status;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * What Curation would do with a package now. The server evaluates its policies when it is asked, so
 * a later download may have another outcome. The fields are known from observation only.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutablePackageStatus.class)
@JsonDeserialize(builder = PackageStatus.Builder.class)
public interface PackageStatus {
  /**
   * How many curated repositories of the package type allow and block the package. If a server
   * lists repositories without these totals, {@link Packages#status} counts them.
   */
  @JsonProperty("summary")
  Optional<StatusSummary> summary();

  /**
   * What happens in each curated repository of the package type. If the server refused the package
   * with a message, there is one element, which has the message and its policies, but no name.
   */
  @JsonProperty("repositories")
  List<RepositoryStatus> repositories();

  /**
   * What the answer amounts to. {@link PackageVerdict#ALLOWED} is proven only if {@link
   * #hasDetails()} is true.
   */
  @JsonIgnore
  default PackageVerdict verdict() {
    boolean allowed = counts(StatusSummary::totalApproved) || has(PackageAction.APPROVED);
    boolean blocked = counts(StatusSummary::totalBlocked) || has(PackageAction.BLOCKED);
    if (blocked) {
      return allowed ? PackageVerdict.MIXED : PackageVerdict.BLOCKED;
    }
    boolean isAllowed = allowed && !hasUnreadFields();
    return isAllowed || !hasDetails() ? PackageVerdict.ALLOWED : PackageVerdict.UNKNOWN;
  }

  private boolean counts(Function<StatusSummary, Optional<Integer>> total) {
    return summary().flatMap(total).filter(count -> count > 0).isPresent();
  }

  private boolean has(PackageAction action) {
    return repositories().stream()
        .anyMatch(repository -> repository.action().filter(action::equals).isPresent());
  }

  /**
   * Whether the answer names totals or repositories, or has values for them that cannot be read. If
   * it is false, the server only answered the status 200. Some of JFrog's tools take this for an
   * approval, so the verdict is {@link PackageVerdict#ALLOWED}, but nothing proves it.
   */
  @JsonIgnore
  default boolean hasDetails() {
    return summary().isPresent() || !repositories().isEmpty() || hasUnreadFields();
  }

  /** Whether fields that decide the verdict have another type than expected. */
  private boolean hasUnreadFields() {
    return isBlockMentioned()
        || extras().containsKey("summary")
        || extras().containsKey("repositories")
        || summary()
            .map(StatusSummary::extras)
            .filter(more -> more.containsKey("total_approved") || more.containsKey("total_blocked"))
            .isPresent()
        || repositories().stream().anyMatch(each -> each.extras().containsKey("action"));
  }

  /** Whether an answer without totals and repositories mentions a block in another form. */
  private boolean isBlockMentioned() {
    return summary().isEmpty()
        && repositories().isEmpty()
        && extras().toString().toLowerCase(Locale.ROOT).contains("block");
  }

  /** The different policies of all repositories, in the order of the answer. */
  @JsonIgnore
  default List<StatusPolicy> policies() {
    return repositories().stream()
        .flatMap(repository -> repository.policies().stream())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
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

  /** A builder of {@link PackageStatus} values. Not thread-safe. */
  final class Builder extends ImmutablePackageStatus.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
