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

  /**
   * What will change, before anything is sent: from the watch as it was read to what this update
   * makes of it.
   */
  public List<FieldChange> changes() {
    return WatchFields.changes(base, this);
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
     * Finishes the update. Resources that are as they were read are not checked.
     *
     * @throws IllegalArgumentException if a server is known to refuse it; the message names the field
     */
    public WatchUpdate build() {
      return new WatchUpdate(base, finish(base.resources()));
    }
  }
}
