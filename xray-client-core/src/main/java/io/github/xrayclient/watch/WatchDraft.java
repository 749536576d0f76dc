package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.xrayclient.internal.call.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A watch that does not exist yet. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Create Watch"
 */
public final class WatchDraft {
  private final String name;
  private final Map<String, Object> body;

  private WatchDraft(Watch watch) {
    this.name = watch.name();
    this.body = WatchBody.of(watch, Optional.of(watch.name()));
  }

  /**
   * Begins an active watch of this name, which cannot be changed later.
   *
   * @throws IllegalArgumentException if the name is blank or holds a control character
   */
  public static Builder named(String name) {
    GeneralData data =
        GeneralData.builder().name(Arguments.name("name", name)).active(true).build();
    return new Builder(Watch.builder().generalData(data).build());
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    return body;
  }

  @Override
  public String toString() {
    return "WatchDraft(" + name + ")";
  }

  /** Collects what the watch looks at. Not thread-safe. */
  public static final class Builder extends WatchBuilder<Builder> {
    private Builder(Watch watch) {
      super(watch);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Finishes the draft.
     *
     * @throws IllegalArgumentException if a server is known to refuse it; the message names the field
     */
    public WatchDraft build() {
      return new WatchDraft(finish(List.of()));
    }
  }
}
