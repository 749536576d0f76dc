package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.xrayclient.internal.write.WatchFields;
import io.github.xrayclient.value.FieldChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a watch that was read. An update replaces the whole watch, so it starts with what was
 * read, and each call of the builder changes one thing. It keeps fields that this version of the
 * library does not know. Id, name and project are not sent, since they cannot be changed. Immutable
 * and thread-safe.
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

  /** Returns a builder of an update that changes nothing yet. */
  public static Builder of(Watch watch) {
    return new Builder(watch);
  }

  /** The watch that the update was made from, as it was read. */
  public Watch base() {
    return base;
  }

  /** The watch as it will be after the update. */
  public Watch changed() {
    return changed;
  }

  /** The differences between the watch that was read and {@link #changed()}. Nothing is sent. */
  public List<FieldChange> changes() {
    return WatchFields.changes(base, this);
  }

  /** The body of the request, by wire names. */
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

  /** A builder of {@link WatchUpdate} values. Not thread-safe. */
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

    /**
     * The watch that the update is made from, as it was read, for changes that depend on its
     * values.
     */
    public Watch base() {
      return base;
    }

    /**
     * Builds the update. What has not changed since it was read is not checked.
     *
     * @throws IllegalArgumentException if the update makes the watch active without resources or
     *     policies, or adds a resource that servers are known to refuse; the message names the
     *     field
     */
    public WatchUpdate build() {
      return new WatchUpdate(base, finish(WatchChecks.ofUpdate(base)));
    }
  }
}
