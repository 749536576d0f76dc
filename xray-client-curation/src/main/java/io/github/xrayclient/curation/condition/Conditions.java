package io.github.xrayclient.curation.condition;

import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads and writes conditions. {@code Curation.conditions()} returns it. Immutable and thread-safe.
 * Later versions may add methods, so mock this interface, but do not implement it.
 */
public interface Conditions {
  /** All conditions, built-in ones too, to filter and walk. */
  ConditionQuery list();

  /**
   * One condition.
   *
   * @throws XrayNotFoundException if no condition has this id
   * @see "JFrog REST APIs: Get Condition"
   */
  Condition get(ConditionId id);

  /** One condition, or nothing if no condition has this id. */
  Optional<Condition> find(ConditionId id);

  /**
   * The condition of exactly this name, or nothing. Ids of built-in conditions differ between servers,
   * so look them up by name.
   *
   * @throws IllegalStateException if several conditions have this name; the message names their ids
   */
  Optional<Condition> findByName(String name);

  /**
   * Creates a custom condition.
   *
   * @throws XrayBadRequestException if the server refuses a value; the message says which
   * @throws XrayReadBackException if the condition was created, but the server's answer cannot be read
   * @see "JFrog REST APIs: Create Condition"
   */
  Condition create(ConditionDraft draft);

  /**
   * Replaces name and parameters of the custom condition that the update was made from. The answer is
   * compared with what was asked for. This is for a condition that was read just now: what somebody
   * else changed since it was read is overwritten. {@link #edit(ConditionId, Consumer)} notices such
   * changes. The update is sent even if it changes nothing, since the server may normalise what it
   * stores. If the answer is lost, the condition is read to see whether the update was made, and the
   * update is sent again if not.
   *
   * @throws XrayBadRequestException if the server refuses a value; the message says which
   * @throws XrayNotFoundException if no condition has this id
   * @throws XrayConcurrentChangeException if the answer was lost and somebody else changed it too
   * @throws XrayReadBackException if the condition was replaced, but reading it failed
   * @see "JFrog REST APIs: Update Condition"
   */
  UpdateResult<Condition> update(ConditionUpdate update);

  /**
   * Changes a custom condition: {@code edit(id, update -> update.name("other"))}. It is read again just
   * before it is written. If the change leaves the condition as it was read, nothing is sent, and
   * {@link UpdateResult#isSent()} is false. Edits of one condition by one client run one after the
   * other, so none of them is lost. Against other clients this is a best effort, since the server has
   * no locks: what they change between the last read and the write is overwritten.
   *
   * @param change changes the builder that it is given; it may be called several times, and must not
   *     wait for another thread that edits the same condition
   * @throws IllegalArgumentException if the condition is built in, so that it cannot be changed
   * @throws XrayConcurrentChangeException if somebody else changed it, and the retries are used up
   * @throws XrayNotFoundException if no condition has this id
   * @throws XrayReadBackException if the condition was changed, but reading it afterwards failed; this
   *     is never repeated
   */
  UpdateResult<Condition> edit(
      ConditionId id, Consumer<ConditionUpdate.Builder> change, Retry retry);

  /** Like {@code edit(id, change, Retry.never())}. */
  default UpdateResult<Condition> edit(ConditionId id, Consumer<ConditionUpdate.Builder> change) {
    return edit(id, change, Retry.never());
  }

  /**
   * Deletes a custom condition.
   *
   * @throws XrayBadRequestException if it is built in, or a policy applies it
   * @throws XrayNotFoundException if no condition has this id
   * @see "JFrog REST APIs: Delete Condition"
   */
  void delete(ConditionId id);

  /**
   * The forms of which conditions can be made; they depend on the server.
   *
   * @see "JFrog REST APIs: List Condition Templates"
   */
  List<ConditionTemplate> templates();
}
