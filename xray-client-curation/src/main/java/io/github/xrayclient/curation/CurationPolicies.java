package io.github.xrayclient.curation;

import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads and writes curation policies. {@link Curation#policies()} returns it. Immutable and
 * thread-safe. Later versions may add methods, so mock this interface, but do not implement it.
 */
public interface CurationPolicies {
  /** All curation policies, to filter and walk. */
  CurationPolicyQuery list();

  /**
   * One policy.
   *
   * @throws XrayNotFoundException if no policy has this id
   * @see "JFrog REST APIs: Get Curation Policy"
   */
  CurationPolicy get(CurationPolicyId id);

  /** One policy, or nothing if no policy has this id. */
  Optional<CurationPolicy> find(CurationPolicyId id);

  /**
   * The policy of exactly this name, or nothing. The server may take the name as a part, so its answer
   * is filtered again.
   *
   * @throws IllegalStateException if several policies have this name; the message names their ids
   */
  Optional<CurationPolicy> findByName(String name);

  /** Every package waiver of every policy, with the policy it belongs to. Close it to stop early. */
  Stream<WaiverInPolicy<PackageWaiver>> waivers();

  /** Every label waiver of every policy, with the policy it belongs to. Close it to stop early. */
  Stream<WaiverInPolicy<LabelWaiver>> labelWaivers();

  /**
   * Creates a policy, which is switched on at once.
   *
   * @throws XrayBadRequestException if the server refuses a value; the message says which
   * @throws XrayReadBackException if the policy was created, but the server's answer cannot be read
   * @see "JFrog REST APIs: Create Curation Policy"
   */
  CurationPolicy create(CurationPolicyDraft draft);

  /**
   * Changes a policy: {@code edit(id, update -> update.dropWaiver(old))}. It is read again just
   * before it is written. If the change leaves the policy as it was read, nothing is sent, and {@link
   * UpdateResult#isSent()} is false; {@link CurationPolicyChanges#isEmpty()} tells this beforehand.
   * Edits of one policy by one client run one after the other, so none of them is lost. Against other
   * clients this is a best effort, since the server has no locks: what they change between the last
   * read and the write is overwritten, and waivers that they add are deleted.
   *
   * @param change changes the builder that it is given; it may be called several times, and must not
   *     wait for another thread that edits the same policy
   * @throws XrayConcurrentChangeException if somebody else changed it, and the retries are used up
   * @throws XrayNotFoundException if no policy has this id
   * @throws XrayReadBackException if the policy was changed, but reading it afterwards failed; this
   *     is never repeated
   */
  UpdateResult<CurationPolicy> edit(
      CurationPolicyId id, Consumer<CurationPolicyUpdate.Builder> change, Retry retry);

  /** Like {@code edit(id, change, Retry.never())}. */
  default UpdateResult<CurationPolicy> edit(
      CurationPolicyId id, Consumer<CurationPolicyUpdate.Builder> change) {
    return edit(id, change, Retry.never());
  }

  /**
   * Deletes a policy with its waivers.
   *
   * @throws XrayNotFoundException if no policy has this id
   * @see "JFrog REST APIs: Delete Curation Policy"
   */
  void delete(CurationPolicyId id);

  /**
   * Replaces the editable fields of the policy that the update was made from; waivers that the update
   * does not keep are deleted. The update is sent even if it changes nothing, since the server may
   * normalise what it stores. The answer is compared with what was asked for.
   *
   * <p>This is for a policy that was read just now: what somebody else changed since it was read is
   * overwritten, and waivers that were added meanwhile are deleted. {@link #edit(CurationPolicyId,
   * Consumer)} notices such changes. If the answer is lost, the policy is read to see whether the
   * update was made, and the update is sent again if not.
   *
   * @throws XrayBadRequestException if the server refuses a value; the message says which
   * @throws XrayNotFoundException if no policy has this id
   * @throws XrayConcurrentChangeException if the answer was lost and somebody else changed it too
   * @throws XrayReadBackException if the policy was replaced, but reading it failed
   * @see "JFrog REST APIs: Update Curation Policy"
   */
  UpdateResult<CurationPolicy> update(CurationPolicyUpdate update);
}
