package io.github.xrayclient.curation.condition;

import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.error.XrayAmbiguousNameException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads and writes conditions; returned by {@code Curation.conditions()}. Reading needs the
 * permission VIEW_POLICIES, writing MANAGE_POLICIES. Immutable and thread-safe. Later versions may
 * add methods, so mock this interface, but do not implement it.
 */
public interface Conditions {
  /**
   * Returns a query for all conditions, built-in ones included, which can be filtered and sorted.
   * It sends nothing before the first condition is asked for.
   */
  ConditionQuery list();

  /**
   * Reads the condition of this id with one request.
   *
   * @throws XrayNotFoundException if no condition has this id
   * @see "JFrog REST APIs: Get Condition"
   */
  Condition get(ConditionId id);

  /** Reads the condition of this id with one request; empty if no condition has this id. */
  Optional<Condition> find(ConditionId id);

  /**
   * Reads the condition with this name or id. Digits are an id first, and a name only if the server
   * answers 404 for the id; {@code id:TEXT} and {@code name:TEXT} say which of them is meant. An
   * id takes one request, and a name one listing, which the server filters by the name.
   *
   * @throws XrayNotFoundException if no condition has this name or this id
   * @throws XrayAmbiguousNameException if several conditions have this name; it has their ids
   */
  Condition get(NameOrId condition);

  /**
   * Finds a condition like {@link #get(NameOrId)}; empty if no condition has this name or this id.
   *
   * @throws XrayAmbiguousNameException if several conditions have this name; it has their ids
   */
  Optional<Condition> find(NameOrId condition);

  /**
   * Finds the condition with exactly this name; empty if there is none. Use it for built-in
   * conditions, whose ids differ between servers.
   *
   * @throws XrayAmbiguousNameException if several conditions have this name; it has their ids
   */
  Optional<Condition> findByName(String name);

  /**
   * Creates a custom condition with one request.
   *
   * @return the condition as the server stored it
   * @throws XrayBadRequestException if the server refuses a value; the message has the server's
   *     reason
   * @throws XrayReadBackException if the condition was created, but the server's answer cannot be
   *     read
   * @see "JFrog REST APIs: Create Condition"
   */
  Condition create(ConditionDraft draft);

  /**
   * Replaces the name and parameters of the custom condition that the update was made from, with
   * one PUT, and compares the server's answer with the update. Use it for a condition that was read
   * just now, since it overwrites what others changed in the meantime;
   * {@link #edit(ConditionId, Consumer)} detects such changes. The PUT is sent even if the update
   * changes nothing.
   *
   * <p>If the answer is lost, the condition is read to find out whether the update took effect. If
   * it did not, the PUT is sent again, as {@link
   * io.github.xrayclient.http.RetryPolicy RetryPolicy} describes.
   *
   * @throws XrayBadRequestException if the server refuses a value; the message has the server's
   *     reason
   * @throws XrayNotFoundException if no condition has this id
   * @throws XrayConcurrentChangeException if the answer was lost, and the condition was changed by
   *     somebody else as well
   * @throws XrayReadBackException if the condition was replaced, but reading it back failed
   * @see "JFrog REST APIs: Update Condition"
   */
  UpdateResult<Condition> update(ConditionUpdate update);

  /**
   * Reads a custom condition, applies the change, reads it again, and sends the update only if
   * nobody else changed the condition in between:
   * {@code edit(id, update -> update.name("other"), Retry.times(3))}. A successful edit takes three
   * requests: GET, GET and PUT, whose answer is compared with the update. If the change leaves the
   * condition as it was read, nothing is sent, and {@link UpdateResult#isSent()} is false. Edits of
   * one condition through one client run one after the other. For other clients this is best
   * effort, since the server has no locks: what they change between the second GET and the PUT is
   * overwritten.
   *
   * @param change changes the builder that it receives; it is called once for each attempt, and
   *     must not wait for another thread that edits the same condition
   * @param retry how often the edit starts again after somebody else changed the condition
   * @throws IllegalArgumentException if the condition is built in, so that it cannot be changed
   * @throws XrayConcurrentChangeException if somebody else changed the condition during the last
   *     attempt
   * @throws XrayNotFoundException if no condition has this id
   * @throws XrayReadBackException if the condition was changed, but reading it back failed; the
   *     edit does not start again then
   */
  UpdateResult<Condition> edit(
      ConditionId id, Consumer<ConditionUpdate.Builder> change, Retry retry);

  /** Like {@code edit(id, change, Retry.never())}. */
  default UpdateResult<Condition> edit(ConditionId id, Consumer<ConditionUpdate.Builder> change) {
    return edit(id, change, Retry.never());
  }

  /**
   * Edits the condition that {@link #get(NameOrId)} finds. Takes the requests of both.
   *
   * @throws XrayNotFoundException if no condition has this name or this id
   * @throws XrayAmbiguousNameException if several conditions have this name; it has their ids
   * @throws XrayConcurrentChangeException if somebody else changed the condition during the last
   *     attempt
   * @see #edit(ConditionId, Consumer, Retry)
   */
  default UpdateResult<Condition> edit(
      NameOrId condition, Consumer<ConditionUpdate.Builder> change, Retry retry) {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(retry, "retry");
    return edit(get(condition).id(), change, retry);
  }

  /** Like {@code edit(condition, change, Retry.never())}. */
  default UpdateResult<Condition> edit(
      NameOrId condition, Consumer<ConditionUpdate.Builder> change) {
    return edit(condition, change, Retry.never());
  }

  /**
   * Deletes a custom condition that no policy applies.
   *
   * @throws XrayBadRequestException if the condition is built in, or a policy applies it
   * @throws XrayNotFoundException if no condition has this id
   * @see "JFrog REST APIs: Delete Condition"
   */
  void delete(ConditionId id);

  /**
   * Reads all condition templates with one request.
   *
   * @see "JFrog REST APIs: List Condition Templates"
   */
  List<ConditionTemplate> templates();
}
