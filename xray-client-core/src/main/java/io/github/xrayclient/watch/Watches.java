package io.github.xrayclient.watch;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayConflictException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads and writes watches; returned by {@code XrayClient.watches()}. Immutable and thread-safe.
 * Later versions may add methods, so mock this interface, but do not implement it.
 */
public interface Watches {
  /**
   * Returns this service for the watches of one project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  Watches inProject(String key);

  /**
   * Reads all watches with one request, in the server's order. The endpoint has no pages. Without a
   * project key, an administrator also gets the watches of all projects; {@link Watch#projectKey()}
   * tells them apart.
   *
   * @throws XrayForbiddenException if the token lacks the role Manage Watches, which is needed even
   *     for reading
   * @see "JFrog REST APIs: Get Watches"
   */
  List<Watch> list();

  /**
   * Reads the watch of this name with one request.
   *
   * @throws XrayNotFoundException if no watch has this name
   * @see "JFrog REST APIs: Get Watch"
   */
  Watch get(String name);

  /** Reads the watch of this name with one request; empty if no watch has this name. */
  Optional<Watch> find(String name);

  /**
   * Reads the watch with this name or id. A text that can be both is a name first: one GET, and if
   * no watch has this name, one more for the list of all watches, among which the id is searched.
   * {@code name:TEXT} takes only the first of them, and {@code id:TEXT} only the second.
   *
   * @throws XrayNotFoundException if no watch has this name or this id
   */
  Watch get(NameOrId watch);

  /** Finds a watch like {@link #get(NameOrId)}; empty if no watch has this name or this id. */
  Optional<Watch> find(NameOrId watch);

  /**
   * Returns the name of the watch that is meant, for calls that take a name, such as
   * {@link io.github.xrayclient.violation.ViolationQuery#watch}. For {@code name:TEXT}, this is the
   * text, and nothing is sent; otherwise it takes the requests of {@link #get(NameOrId)}.
   *
   * @throws XrayNotFoundException if no watch has this name or this id
   */
  default String nameOf(NameOrId watch) {
    return Objects.requireNonNull(watch, "watch").mayBeId() ? get(watch).name() : watch.text();
  }

  /**
   * Creates a watch and reads it back: one POST and one GET. The watch takes effect at the next
   * scans; {@link #applyToExisting} applies it to earlier ones.
   *
   * @return the watch as the server stored it
   * @throws XrayConflictException if a watch of this name exists
   * @throws XrayBadRequestException if the server refuses a value, such as a repository that Xray
   *     does not index yet
   * @throws XrayReadBackException if the watch was created, but reading it back failed
   * @see "JFrog REST APIs: Create Watch"
   */
  Watch create(WatchDraft draft);

  /**
   * Replaces the watch that the update was made from, except its id, name and project: one PUT,
   * then one GET to compare the stored watch with the update. Use it for a watch that was read just
   * now, since it overwrites what others changed in the meantime; {@link #edit(String, Consumer)}
   * detects such changes. The PUT is sent even if the update changes nothing. It goes to the
   * project that owns the watch.
   *
   * @throws IllegalArgumentException if this service is for one project, and the watch is global or
   *     belongs to another project
   * @throws XrayNotFoundException if no watch has this name
   * @throws XrayConcurrentChangeException if the response to the PUT was lost, and the watch was
   *     changed by somebody else as well
   * @throws XrayReadBackException if the watch was replaced, but reading it back failed
   * @see "JFrog REST APIs: Update Watch"
   */
  UpdateResult<Watch> update(WatchUpdate update);

  /**
   * Reads a watch, applies the change, reads it again, and sends the update only if nobody else
   * changed the watch in between:
   * {@code edit("w", update -> update.active(false), Retry.times(3))}. A successful edit takes four
   * requests: GET, GET, PUT, and a GET to compare the stored watch with the update. If the change
   * leaves the watch as it was read, nothing is sent, and {@link UpdateResult#isSent()} is false.
   * Edits of one watch through one client run one after the other. For other clients this is best
   * effort, since the server has no locks: what they change between the second GET and the PUT is
   * overwritten.
   *
   * @param change changes the builder that it receives; it is called once for each attempt, and
   *     must not wait for another thread that edits the same watch
   * @param retry how often the edit starts again after somebody else changed the watch
   * @throws XrayConcurrentChangeException if somebody else changed the watch during the last
   *     attempt
   * @throws XrayNotFoundException if no watch has this name
   * @throws XrayReadBackException if the watch was changed, but reading it back failed; the edit
   *     does not start again then
   */
  UpdateResult<Watch> edit(String name, Consumer<WatchUpdate.Builder> change, Retry retry);

  /** Like {@code edit(name, change, Retry.never())}. */
  default UpdateResult<Watch> edit(String name, Consumer<WatchUpdate.Builder> change) {
    return edit(name, change, Retry.never());
  }

  /**
   * Edits the watch that {@link #get(NameOrId)} finds, in the project that owns it. Takes the
   * requests of both.
   *
   * @throws XrayNotFoundException if no watch has this name or this id
   * @throws XrayConcurrentChangeException if somebody else changed the watch during the last
   *     attempt
   * @see #edit(String, Consumer, Retry)
   */
  UpdateResult<Watch> edit(NameOrId watch, Consumer<WatchUpdate.Builder> change, Retry retry);

  /** Like {@code edit(watch, change, Retry.never())}. */
  default UpdateResult<Watch> edit(NameOrId watch, Consumer<WatchUpdate.Builder> change) {
    return edit(watch, change, Retry.never());
  }

  /**
   * Deletes a watch.
   *
   * @throws XrayNotFoundException if no watch has this name
   * @see "JFrog REST APIs: Delete Watch"
   */
  void delete(String name);

  /**
   * Applies watches to artifacts that were scanned in a period, since a new or changed watch takes
   * effect at later scans only. The server accepts the request, and does the work in the background
   * within minutes.
   *
   * @param from the start of the period, included
   * @param until the end of the period
   * @throws IllegalArgumentException if {@code watches} is empty, or {@code until} is before
   *     {@code from}
   * @throws XrayNotFoundException if one of the watches does not exist
   * @see "JFrog REST APIs: Apply Watch on Existing Content"
   */
  void applyToExisting(Collection<String> watches, Instant from, Instant until);
}
