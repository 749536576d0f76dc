package io.github.xrayclient.policy;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayConflictException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads and writes Xray policies. {@code XrayClient.policies()} returns it. Immutable and
 * thread-safe. Later versions may add methods, so mock this interface, but do not implement it.
 */
public interface Policies {
  /**
   * This service for one project: its policies and the global ones.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  Policies inProject(String key);

  /**
   * All policies, in the server's order. The endpoint has no pages. Without a project key an
   * administrator also gets policies of projects; {@link Policy#projectKey()} tells them apart.
   *
   * @throws XrayForbiddenException without the right to read policies
   * @see "JFrog REST APIs: Get Policies"
   */
  List<Policy> list();

  /**
   * One policy.
   *
   * @throws XrayNotFoundException if there is none of this name
   * @see "JFrog REST APIs: Get Policy"
   */
  Policy get(String name);

  /** One policy, or nothing if there is none of this name. */
  Optional<Policy> find(String name);

  /**
   * Creates a policy and reads it.
   *
   * @throws XrayConflictException if the name is taken
   * @throws XrayBadRequestException if the server refuses a value
   * @throws XrayReadBackException if the policy was created, but reading it failed
   * @see "JFrog REST APIs: Create Policy"
   */
  Policy create(PolicyDraft draft);

  /**
   * Replaces the editable part of the policy that the update was made from, reads it again, and
   * compares it with what was asked for. This is for a policy that was read just now: what somebody
   * else changed since it was read is overwritten. {@link #edit(String, Consumer)} notices such
   * changes. The update is sent even if it changes nothing, since the server may normalise what it
   * stores. It goes to the project that the policy belongs to.
   *
   * @throws IllegalArgumentException if this service is for one project, and the policy is global or
   *     belongs to another project
   * @throws XrayNotFoundException if there is none of this name
   * @throws XrayConcurrentChangeException if the answer was lost and somebody else changed it too
   * @throws XrayReadBackException if the policy was replaced, but reading it failed
   * @see "JFrog REST APIs: Update Policy"
   */
  UpdateResult<Policy> update(PolicyUpdate update);

  /**
   * Changes a policy: {@code edit("p", update -> update.dropRule("r"))}. It is read again just before
   * it is written. If the change leaves the policy as it was read, nothing is sent, and {@link
   * UpdateResult#isSent()} is false. Edits of one policy by one client run one after the other, so
   * none of them is lost. Against other clients this is a best effort, since the server has no locks:
   * what they change between the last read and the write is overwritten.
   *
   * @param change changes the builder that it is given; it may be called several times, and must not wait
   *     for another thread that edits the same policy
   * @throws XrayConcurrentChangeException if somebody else changed it, and the retries are used up
   * @throws XrayNotFoundException if there is none of this name
   * @throws XrayReadBackException if the policy was changed, but reading it afterwards failed; this
   *     is never repeated
   */
  UpdateResult<Policy> edit(String name, Consumer<PolicyUpdate.Builder> change, Retry retry);

  /** Like {@code edit(name, change, Retry.never())}. */
  default UpdateResult<Policy> edit(String name, Consumer<PolicyUpdate.Builder> change) {
    return edit(name, change, Retry.never());
  }

  /**
   * Deletes a policy.
   *
   * @throws XrayBadRequestException if watches apply it; the message names them
   * @throws XrayNotFoundException if there is none of this name
   * @see "JFrog REST APIs: Delete Policy"
   */
  void delete(String name);

  /**
   * Takes a policy off all watches that apply it, and deletes it. A watch without a policy is
   * switched off by the server. Watches that apply another policy of the name, of their own
   * project, stay as they are. If it fails on the way, the policy is still there, what was taken
   * off stays off, and another call goes on with the other watches.
   *
   * @return the names of the watches that it was taken off by this call
   * @throws XrayNotFoundException if there is none of this name
   */
  List<String> deleteAndUnassign(String name);

  /**
   * Assigns a policy to watches. Each watch has an answer of its own; some may have failed. Not for
   * watches of projects, whose update does the same.
   *
   * @throws IllegalArgumentException if no watch is named
   * @throws XrayNotFoundException if there is no policy of this name
   * @see "JFrog REST APIs: Assign Policy"
   */
  List<Assignment> assign(String name, Collection<String> watches);
}
