package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The narrowest ignore rule for one violation that blocks a download: it covers this issue in these
 * components and this artifact, if this watch and these policies find it. Nothing has been created
 * yet.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface ProposedIgnoreRule extends Serializable {
  /** The name of the watch that found the violation. */
  String watch();

  /**
   * The key of the project in which the rule must be created, because the watch belongs to it;
   * absent for a global watch, or if the watch could not be read.
   */
  Optional<String> project();

  /** The violation that the rule would cover. */
  BlockingViolation violation();

  /** The filters of the rule. */
  IgnoreFilters filters();

  /**
   * Returns a draft of the rule. Create it by {@code xray.ignoreRules().create(draft)} or, if there
   * is a {@link #project()}, by {@code xray.ignoreRules().inProject(project).create(draft)}.
   *
   * @param notes why the violation is ignored
   * @param expiresAt when the rule expires
   * @throws IllegalArgumentException if the notes are blank
   */
  default IgnoreRuleDraft draft(String notes, Instant expiresAt) {
    // The filters are values of the server, in which nothing is to be corrected.
    return IgnoreRuleDraft.of(filters(), notes)
        .expiresAt(Objects.requireNonNull(expiresAt, "expiresAt"))
        .unchecked()
        .build();
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link ProposedIgnoreRule} values. Not thread-safe. */
  final class Builder extends ImmutableProposedIgnoreRule.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
