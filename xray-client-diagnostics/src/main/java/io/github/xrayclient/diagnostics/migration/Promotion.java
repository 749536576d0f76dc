package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.internal.call.Arguments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The curation policies and Xray policies whose blocking {@link Migration#planPromotion
 * Migration.planPromotion(..)} turns on. Immutable: each setting returns a changed copy. Equal to
 * another promotion with the same settings.
 */
public final class Promotion {
  private static final Duration LAST = Duration.ofDays(7);
  private static final Duration MOST = Duration.ofDays(36_525);

  private final List<String> curationPolicies;
  private final List<String> policies;
  private final Duration last;
  private final @Nullable Long maxBlocked;
  private final @Nullable Snapshot snapshot;

  private Promotion(
      List<String> curationPolicies,
      List<String> policies,
      Duration last,
      @Nullable Long maxBlocked,
      @Nullable Snapshot snapshot) {
    this.curationPolicies = List.copyOf(curationPolicies);
    this.policies = List.copyOf(policies);
    this.last = last;
    this.maxBlocked = maxBlocked;
    this.snapshot = snapshot;
  }

  /**
   * A promotion of the curation policy with this name.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public static Promotion ofCurationPolicy(String name) {
    return new Promotion(List.of(), List.of(), LAST, null, null).andCurationPolicy(name);
  }

  /**
   * A promotion of the Xray policy with this name.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public static Promotion ofPolicy(String name) {
    return new Promotion(List.of(), List.of(), LAST, null, null).andPolicy(name);
  }

  /**
   * A copy that also promotes the curation policy with this name.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public Promotion andCurationPolicy(String name) {
    return new Promotion(
        with(curationPolicies, Arguments.text("name", name)), policies, last, maxBlocked, snapshot);
  }

  /**
   * A copy that also promotes the Xray policy with this name.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public Promotion andPolicy(String name) {
    return new Promotion(
        curationPolicies, with(policies, Arguments.text("name", name)), last, maxBlocked, snapshot);
  }

  private static List<String> with(List<String> names, String name) {
    List<String> all = new ArrayList<>(names);
    if (!all.contains(name)) {
      all.add(name);
    }
    return all;
  }

  /**
   * A copy that reads the audit of this period, which ends now. By default the last 7 days are
   * read. Servers keep events for 30 days by default.
   *
   * @param duration positive, and at most 100 years
   * @throws IllegalArgumentException if the duration is not positive, or longer than 100 years
   */
  public Promotion last(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    if (duration.isNegative() || duration.isZero() || duration.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "duration must be positive and at most 100 years, but was " + duration);
    }
    return new Promotion(curationPolicies, policies, duration, maxBlocked, snapshot);
  }

  /**
   * A copy that is refused if the curation policies together would have blocked more downloads than
   * this in the period. By default there is no limit. A download that two of the policies would
   * have blocked counts twice.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public Promotion maxBlocked(long downloads) {
    if (downloads < 0) {
      throw new IllegalArgumentException("downloads must be at least 0, but was " + downloads);
    }
    return new Promotion(curationPolicies, policies, last, downloads, snapshot);
  }

  /**
   * A copy that turns on the download switches of Xray policies where they are on in this snapshot.
   * Without a snapshot, {@code active} is turned on in the rules that have the field {@code
   * block_download}, or in all rules if none has it, and {@code unscanned} is left as it is.
   */
  public Promotion as(Snapshot desired) {
    return new Promotion(
        curationPolicies, policies, last, maxBlocked, Objects.requireNonNull(desired, "desired"));
  }

  /** The names of the curation policies. */
  public List<String> curationPolicies() {
    return curationPolicies;
  }

  /** The names of the Xray policies. */
  public List<String> policies() {
    return policies;
  }

  /** The length of the period for which the audit is read; it ends now. */
  public Duration last() {
    return last;
  }

  /** The number of downloads above which the promotion is refused; empty for no limit. */
  public OptionalLong maxBlocked() {
    return maxBlocked == null ? OptionalLong.empty() : OptionalLong.of(maxBlocked);
  }

  /** The snapshot that says which download switches are turned on; empty if none was given. */
  public Optional<Snapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Promotion
        && curationPolicies.equals(((Promotion) other).curationPolicies)
        && policies.equals(((Promotion) other).policies)
        && last.equals(((Promotion) other).last)
        && Objects.equals(maxBlocked, ((Promotion) other).maxBlocked)
        && Objects.equals(snapshot, ((Promotion) other).snapshot);
  }

  @Override
  public int hashCode() {
    return Objects.hash(curationPolicies, policies, last, maxBlocked, snapshot);
  }

  @Override
  public String toString() {
    return "Promotion(curation policies " + curationPolicies + ", policies " + policies + ", last "
        + last + (maxBlocked == null ? "" : ", at most " + maxBlocked + " blocked") + ")";
  }
}
