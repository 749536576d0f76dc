package io.github.xrayclient.curation;

import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.error.XrayAmbiguousNameException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads and writes curation policies and their waivers; returned by {@link Curation#policies()}.
 * Reading needs the permission VIEW_POLICIES, writing MANAGE_POLICIES. Immutable and thread-safe.
 * Later versions may add methods, so mock this interface, but do not implement it.
 */
public interface CurationPolicies {
  /**
   * Returns a query for all curation policies, which can be filtered and sorted. It sends nothing
   * before the first policy is asked for.
   */
  CurationPolicyQuery list();

  /**
   * Reads the policy of this id with one request.
   *
   * @throws XrayNotFoundException if no policy has this id
   * @see "JFrog REST APIs: Get Curation Policy"
   */
  CurationPolicy get(CurationPolicyId id);

  /** Reads the policy of this id with one request; empty if no policy has this id. */
  Optional<CurationPolicy> find(CurationPolicyId id);

  /**
   * Reads the policy with this name or id. Digits are an id first, and a name only if the server
   * answers 404 for the id; {@code id:TEXT} and {@code name:TEXT} say which of them is meant. An
   * id takes one request, and a name one listing, which the server filters by the name.
   *
   * @throws XrayNotFoundException if no policy has this name or this id
   * @throws XrayAmbiguousNameException if several policies have this name; it has their ids
   */
  CurationPolicy get(NameOrId policy);

  /**
   * Finds a policy like {@link #get(NameOrId)}; empty if no policy has this name or this id.
   *
   * @throws XrayAmbiguousNameException if several policies have this name; it has their ids
   */
  Optional<CurationPolicy> find(NameOrId policy);

  /**
   * Finds the policy with exactly this name; empty if there is none. The server filters by the
   * name, and may also return policies whose names contain it; these are left out.
   *
   * @throws XrayAmbiguousNameException if several policies have this name; it has their ids
   */
  Optional<CurationPolicy> findByName(String name);

  /**
   * Returns a query for the waivers of all policies: which packages are exempt, who exempted them,
   * when and why. It can be filtered, and sends nothing before the first waiver is asked for.
   */
  WaiverQuery waivers();

  /**
   * Creates a policy with one request. The server enables it at once.
   *
   * @return the policy as the server stored it
   * @throws XrayBadRequestException if the server refuses a value; the message has the server's
   *     reason
   * @throws XrayReadBackException if the policy was created, but the server's answer cannot be read
   * @see "JFrog REST APIs: Create Curation Policy"
   */
  CurationPolicy create(CurationPolicyDraft draft);

  /**
   * Reads a policy, applies the change, reads it again, and sends the update only if nobody else
   * changed the policy in between:
   * {@code edit(id, update -> update.dropWaiver(old), Retry.times(3))}. A successful edit takes
   * three requests: GET, GET and PUT, whose answer is compared with the update. If the change
   * leaves the policy as it was read, nothing is sent, and {@link UpdateResult#isSent()} is false.
   * Edits of one policy through one client run one after the other. For other clients this is best
   * effort, since the server has no locks: what they change between the second GET and the PUT is
   * overwritten, and waivers that they add are deleted.
   *
   * @param change changes the builder that it receives; it is called once for each attempt, and
   *     must not wait for another thread that edits the same policy
   * @param retry how often the edit starts again after somebody else changed the policy
   * @throws XrayConcurrentChangeException if somebody else changed the policy during the last
   *     attempt
   * @throws XrayNotFoundException if no policy has this id
   * @throws XrayReadBackException if the policy was changed, but reading it back failed; the edit
   *     does not start again then
   */
  UpdateResult<CurationPolicy> edit(
      CurationPolicyId id, Consumer<CurationPolicyUpdate.Builder> change, Retry retry);

  /** Like {@code edit(id, change, Retry.never())}. */
  default UpdateResult<CurationPolicy> edit(
      CurationPolicyId id, Consumer<CurationPolicyUpdate.Builder> change) {
    return edit(id, change, Retry.never());
  }

  /**
   * Edits the policy that {@link #get(NameOrId)} finds. Takes the requests of both.
   *
   * @throws XrayNotFoundException if no policy has this name or this id
   * @throws XrayAmbiguousNameException if several policies have this name; it has their ids
   * @throws XrayConcurrentChangeException if somebody else changed the policy during the last
   *     attempt
   * @see #edit(CurationPolicyId, Consumer, Retry)
   */
  default UpdateResult<CurationPolicy> edit(
      NameOrId policy, Consumer<CurationPolicyUpdate.Builder> change, Retry retry) {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(retry, "retry");
    return edit(get(policy).id(), change, retry);
  }

  /** Like {@code edit(policy, change, Retry.never())}. */
  default UpdateResult<CurationPolicy> edit(
      NameOrId policy, Consumer<CurationPolicyUpdate.Builder> change) {
    return edit(policy, change, Retry.never());
  }

  /**
   * Deletes a policy and its waivers.
   *
   * @throws XrayNotFoundException if no policy has this id
   * @see "JFrog REST APIs: Delete Curation Policy"
   */
  void delete(CurationPolicyId id);

  /**
   * Replaces the editable fields of the policy that the update was made from, with one PUT, and
   * compares the server's answer with the update. Waivers that the update does not keep are
   * deleted. Use it for a policy that was read just now, since it overwrites what others changed in
   * the meantime, and deletes waivers that they added; {@link #edit(CurationPolicyId, Consumer)}
   * detects such changes. The PUT is sent even if the update changes nothing.
   *
   * <p>If the answer is lost, the policy is read to find out whether the update took effect. If it
   * did not, the PUT is sent again, as {@link
   * io.github.xrayclient.http.RetryPolicy RetryPolicy} describes.
   *
   * @throws XrayBadRequestException if the server refuses a value; the message has the server's
   *     reason
   * @throws XrayNotFoundException if no policy has this id
   * @throws XrayConcurrentChangeException if the answer was lost, and the policy was changed by
   *     somebody else as well
   * @throws XrayReadBackException if the policy was replaced, but reading it back failed
   * @see "JFrog REST APIs: Update Curation Policy"
   */
  UpdateResult<CurationPolicy> update(CurationPolicyUpdate update);
}
