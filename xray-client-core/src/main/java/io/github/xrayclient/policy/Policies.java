package io.github.xrayclient.policy;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayConflictException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads and writes Xray policies; returned by {@code XrayClient.policies()}. Immutable and
 * thread-safe. Later versions may add methods, so mock this interface, but do not implement it.
 */
public interface Policies {
  /**
   * Returns this service for one project. Its {@code list()} returns the policies of the project
   * and the global ones; its writes change policies of the project only.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  Policies inProject(String key);

  /**
   * Reads all policies with one request, in the server's order. The endpoint has no pages. Without
   * a project key, an administrator also gets the policies of all projects;
   * {@link Policy#projectKey()} tells them apart.
   *
   * @throws XrayForbiddenException if the token has no permission to read policies
   * @see "JFrog REST APIs: Get Policies"
   */
  List<Policy> list();

  /**
   * Reads the policy of this name with one request.
   *
   * @throws XrayNotFoundException if no policy has this name
   * @see "JFrog REST APIs: Get Policy"
   */
  Policy get(String name);

  /** Reads the policy of this name with one request; empty if no policy has this name. */
  Optional<Policy> find(String name);

  /**
   * Reads the policy of this name with one request. Xray policies have names only, so {@code id:}
   * is refused.
   *
   * @throws IllegalArgumentException if an id is given
   * @throws XrayNotFoundException if no policy has this name
   */
  default Policy get(NameOrId policy) {
    return get(Arguments.nameOf("policy", "Xray policies", policy));
  }

  /**
   * Reads the policy of this name with one request; empty if no policy has this name. Xray policies
   * have names only, so {@code id:} is refused.
   *
   * @throws IllegalArgumentException if an id is given
   */
  default Optional<Policy> find(NameOrId policy) {
    return find(Arguments.nameOf("policy", "Xray policies", policy));
  }

  /**
   * Creates a policy and reads it back: one POST and one GET.
   *
   * @return the policy as the server stored it
   * @throws XrayConflictException if a policy of this name exists
   * @throws XrayBadRequestException if the server refuses a value
   * @throws XrayReadBackException if the policy was created, but reading it back failed
   * @see "JFrog REST APIs: Create Policy"
   */
  Policy create(PolicyDraft draft);

  /**
   * Replaces the description and rules of the policy that the update was made from: one PUT, then
   * one GET to compare the stored policy with the update. Use it for a policy that was read just
   * now, since it overwrites what others changed in the meantime; {@link #edit(String, Consumer)}
   * detects such changes. The PUT is sent even if the update changes nothing. It goes to the
   * project that owns the policy.
   *
   * @throws IllegalArgumentException if this service is for one project, and the policy is global
   *     or belongs to another project
   * @throws XrayNotFoundException if no policy has this name
   * @throws XrayConcurrentChangeException if the response to the PUT was lost, and the policy was
   *     changed by somebody else as well
   * @throws XrayReadBackException if the policy was replaced, but reading it back failed
   * @see "JFrog REST APIs: Update Policy"
   */
  UpdateResult<Policy> update(PolicyUpdate update);

  /**
   * Reads a policy, applies the change, reads it again, and sends the update only if nobody else
   * changed the policy in between:
   * {@code edit("p", update -> update.dropRule("r"), Retry.times(3))}. A successful edit takes four
   * requests: GET, GET, PUT, and a GET to compare the stored policy with the update. If the change
   * leaves the policy as it was read, nothing is sent, and {@link UpdateResult#isSent()} is false.
   * Edits of one policy through one client run one after the other. For other clients this is best
   * effort, since the server has no locks: what they change between the second GET and the PUT is
   * overwritten.
   *
   * @param change changes the builder that it receives; it is called once for each attempt, and
   *     must not wait for another thread that edits the same policy
   * @param retry how often the edit starts again after somebody else changed the policy
   * @throws XrayConcurrentChangeException if somebody else changed the policy during the last
   *     attempt
   * @throws XrayNotFoundException if no policy has this name
   * @throws XrayReadBackException if the policy was changed, but reading it back failed; the edit
   *     does not start again then
   */
  UpdateResult<Policy> edit(String name, Consumer<PolicyUpdate.Builder> change, Retry retry);

  /** Like {@code edit(name, change, Retry.never())}. */
  default UpdateResult<Policy> edit(String name, Consumer<PolicyUpdate.Builder> change) {
    return edit(name, change, Retry.never());
  }

  /**
   * Edits the policy of this name, like {@link #edit(String, Consumer, Retry)}. Xray policies have
   * names only, so {@code id:} is refused.
   *
   * @throws IllegalArgumentException if an id is given
   */
  default UpdateResult<Policy> edit(
      NameOrId policy, Consumer<PolicyUpdate.Builder> change, Retry retry) {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(retry, "retry");
    return edit(Arguments.nameOf("policy", "Xray policies", policy), change, retry);
  }

  /** Like {@code edit(policy, change, Retry.never())}. */
  default UpdateResult<Policy> edit(NameOrId policy, Consumer<PolicyUpdate.Builder> change) {
    return edit(policy, change, Retry.never());
  }

  /**
   * Deletes a policy that no watch assigns.
   *
   * @throws XrayBadRequestException if a watch assigns the policy; the message names the watches
   * @throws XrayNotFoundException if no policy has this name
   * @see "JFrog REST APIs: Delete Policy"
   */
  void delete(String name);

  /**
   * Removes a policy from every watch that assigns it, and then deletes it. The server switches off
   * a watch that has no policy left. If a project has its own policy of this name, the watches of
   * that project refer to that policy, and are not changed. If a request fails, the policy still
   * exists, and the watches that were already edited stay without it; call this method again to
   * continue.
   *
   * @return the names of the watches from which this call removed the policy
   * @throws XrayNotFoundException if no policy has this name
   * @throws XrayConcurrentChangeException if somebody else keeps changing one of the watches
   */
  List<String> deleteAndUnassign(String name);

  /**
   * Assigns a policy to watches with one request. The result has one entry for each watch, and the
   * assignment to some of them may have failed: check {@link Assignment#isAssigned()}. The endpoint
   * does not support projects; use {@link io.github.xrayclient.watch.Watches#edit} for the watches
   * of a project.
   *
   * @throws IllegalArgumentException if {@code watches} is empty
   * @throws XrayNotFoundException if no policy has this name
   * @see "JFrog REST APIs: Assign Policy"
   */
  List<Assignment> assign(String name, Collection<String> watches);
}
