package io.github.xrayclient.watch;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayConflictException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads and writes watches. {@code XrayClient.watches()} returns it. Immutable and thread-safe. Later
 * versions may add methods, so mock this interface, but do not implement it.
 */
public interface Watches {
  /**
   * This service for one project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  Watches inProject(String key);

  /**
   * All watches, in the server's order. The endpoint has no pages. Without a project key an
   * administrator also gets watches of projects; {@link Watch#projectKey()} tells them apart.
   *
   * @throws XrayForbiddenException without the role Manage Watches, which reading needs too
   * @see "JFrog REST APIs: Get Watches"
   */
  List<Watch> list();

  /**
   * One watch.
   *
   * @throws XrayNotFoundException if there is none of this name
   * @see "JFrog REST APIs: Get Watch"
   */
  Watch get(String name);

  /** One watch, or nothing if there is none of this name. */
  Optional<Watch> find(String name);

  /**
   * Creates a watch and reads it. It acts on later scans only, until {@link #applyToExisting}.
   *
   * @throws XrayConflictException if the name is taken
   * @throws XrayBadRequestException if the server refuses a value, such as a repository that Xray
   *     does not index yet
   * @throws XrayReadBackException if the watch was created, but reading it failed
   * @see "JFrog REST APIs: Create Watch"
   */
  Watch create(WatchDraft draft);

  /**
   * Replaces the editable part of the watch that the update was made from, reads it again, and
   * compares it with what was asked for. This is for a watch that was read just now: what somebody
   * else changed since it was read is overwritten. {@link #edit(String, Consumer)} notices such
   * changes. The update is sent even if it changes nothing, since the server may normalise what it
   * stores. It goes to the project that the watch belongs to.
   *
   * @throws IllegalArgumentException if this service is for one project, and the watch is global or
   *     belongs to another project
   * @throws XrayNotFoundException if there is none of this name
   * @throws XrayConcurrentChangeException if the answer was lost and somebody else changed it too
   * @throws XrayReadBackException if the watch was replaced, but reading it failed
   * @see "JFrog REST APIs: Update Watch"
   */
  UpdateResult<Watch> update(WatchUpdate update);

  /**
   * Changes a watch: {@code edit("w", update -> update.active(false))}. It is read again just
   * before it is written. If the change leaves the watch as it was read, nothing is sent, and {@link
   * UpdateResult#isSent()} is false. Edits of one watch by one client run one after the other, so none of
   * them is lost. Against other clients this is a best effort, since the server has no locks: what
   * they change between the last read and the write is overwritten.
   *
   * @param change changes the builder that it is given; it may be called several times, and must not wait
   *     for another thread that edits the same watch
   * @throws XrayConcurrentChangeException if somebody else changed it, and the retries are used up
   * @throws XrayNotFoundException if there is none of this name
   * @throws XrayReadBackException if the watch was changed, but reading it afterwards failed; this
   *     is never repeated
   */
  UpdateResult<Watch> edit(String name, Consumer<WatchUpdate.Builder> change, Retry retry);

  /** Like {@code edit(name, change, Retry.never())}. */
  default UpdateResult<Watch> edit(String name, Consumer<WatchUpdate.Builder> change) {
    return edit(name, change, Retry.never());
  }

  /**
   * Deletes a watch.
   *
   * @throws XrayNotFoundException if there is none of this name
   * @see "JFrog REST APIs: Delete Watch"
   */
  void delete(String name);

  /**
   * Applies watches to what was scanned in this time, as a new watch does not by itself. The server
   * does it in the background, within minutes.
   *
   * @throws IllegalArgumentException if no watch is named, or the time ends before it begins
   * @throws XrayNotFoundException if there is none of a name
   * @see "JFrog REST APIs: Apply Watch on Existing Content"
   */
  void applyToExisting(Collection<String> watches, Instant from, Instant until);
}
