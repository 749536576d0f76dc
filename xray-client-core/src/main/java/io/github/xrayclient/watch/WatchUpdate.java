package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.xrayclient.policy.PolicyType;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The editable part of a watch, all of it, since an update replaces it all. Made from the watch as it
 * was read, it keeps everything, fields that this version of the library does not know included; each
 * change is a call. Id, name and project are not sent. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Update Watch"
 */
public final class WatchUpdate {
  private final Watch base;
  private final Watch changed;

  private WatchUpdate(Watch base, Watch changed) {
    this.base = base;
    this.changed = changed;
  }

  /** Begins an update that changes nothing. */
  public static Builder of(Watch watch) {
    return new Builder(watch);
  }

  /** The watch as it was read. */
  public Watch base() {
    return base;
  }

  /** The watch as it will be. */
  public Watch changed() {
    return changed;
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    return WatchBody.of(changed, Optional.empty());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WatchUpdate
        && base.equals(((WatchUpdate) other).base)
        && changed.equals(((WatchUpdate) other).changed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(base, changed);
  }

  @Override
  public String toString() {
    return "WatchUpdate of " + base.name() + " " + body();
  }

  /** Collects changes. Not thread-safe. */
  public static final class Builder extends WatchBuilder<Builder> {
    private final Watch base;

    private Builder(Watch watch) {
      super(watch);
      this.base = watch;
    }

    @Override
    Builder self() {
      return this;
    }

    /** The watch as it was read, for changes that depend on it. */
    public Watch base() {
      return base;
    }

    /**
     * Changes the resources of this type and name, as a rule one.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder changeResource(
        WatchResourceType type, String name, UnaryOperator<WatchResource> change) {
      if (change(resource -> resource.matches(type, name), change) == 0) {
        throw missing("resource " + type + " " + name, resources());
      }
      return this;
    }

    /**
     * Drops the resources of this type and name, as a rule one.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder dropResource(WatchResourceType type, String name) {
      if (!drop(resource -> resource.matches(type, name))) {
        throw missing("resource " + type + " " + name, resources());
      }
      return this;
    }

    /**
     * Takes the policy of this name and type off the watch. A policy of this name for which the watch
     * says no type is taken off too.
     *
     * @throws IllegalArgumentException if the watch does not apply it
     */
    public Builder unassign(String policy, PolicyType type) {
      if (!unassignAll(assigned -> assigned.is(policy, type))) {
        throw missing(type + " policy " + policy, policies());
      }
      return this;
    }

    /**
     * Takes every policy of this name off the watch, whatever its type.
     *
     * @throws IllegalArgumentException if the watch applies none
     */
    public Builder unassign(String policy) {
      if (!unassignAll(assigned -> assigned.name().equals(policy))) {
        throw missing("policy " + policy, policies());
      }
      return this;
    }

    /**
     * Finishes the update. Resources that are as they were read are not checked.
     *
     * @throws IllegalArgumentException if a server is known to refuse it; the message names the field
     */
    public WatchUpdate build() {
      return new WatchUpdate(base, finish(base.resources()));
    }

    private IllegalArgumentException missing(String what, Object there) {
      return new IllegalArgumentException(
          "watch " + base.name() + " has no " + what + ", but " + there);
    }
  }
}
