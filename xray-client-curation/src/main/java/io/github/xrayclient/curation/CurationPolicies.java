package io.github.xrayclient.curation;

import io.github.xrayclient.curation.internal.call.CurationApi;
import io.github.xrayclient.curation.internal.call.RefusalHints;
import io.github.xrayclient.curation.internal.call.UniqueByName;
import io.github.xrayclient.curation.internal.policy.CurationPolicyListing;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.write.ContentComparison;
import io.github.xrayclient.internal.write.GuardedEdit;
import io.github.xrayclient.internal.write.LookResult;
import io.github.xrayclient.internal.write.ReadBack;
import io.github.xrayclient.internal.write.VerifiedWrite;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Curation policies, as {@link Curation#policies()} gives them. Immutable and thread-safe. */
public final class CurationPolicies {
  static final String PATH = "/xray/api/v1/curation/policies";

  private static final String ONE = PATH + "/{policy_id}";
  private static final ContentComparison COMPARISON = new UpdateCheck();

  private final ApiCalls xray;

  CurationPolicies(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  /** All curation policies, to filter and walk. */
  public CurationPolicyQuery list() {
    return CurationPolicyListing.of(xray, PATH);
  }

  /**
   * One policy.
   *
   * @throws XrayNotFoundException if no policy has this id
   * @see "JFrog REST APIs: Get Curation Policy"
   */
  public CurationPolicy get(CurationPolicyId id) {
    return xray.call("GET", ONE, id)
        .since(CurationApi.SINCE)
        .as(CurationPolicy.class)
        .send();
  }

  /** One policy, or nothing if no policy has this id. */
  public Optional<CurationPolicy> find(CurationPolicyId id) {
    try {
      return Optional.of(get(id));
    } catch (XrayNotFoundException missing) {
      return Optional.empty();
    }
  }

  /**
   * The policy of exactly this name, or nothing. The server may take the name as a part, so its answer
   * is filtered again.
   *
   * @throws IllegalStateException if several policies have this name; the message names their ids
   */
  public Optional<CurationPolicy> findByName(String name) {
    return UniqueByName.only(
        "curation policies",
        name,
        CurationPolicyListing.of(xray, PATH).strict().name(name).stream()
            .filter(policy -> policy.name().equals(name))
            .collect(Collectors.toList()),
        CurationPolicy::id);
  }

  /** Every package waiver of every policy, with the policy it belongs to. Close it to stop early. */
  public Stream<WaiverInPolicy<PackageWaiver>> waivers() {
    return list().stream()
        .flatMap(policy -> policy.waivers().stream()
            .map(waiver -> new WaiverInPolicy<>(policy, waiver, waiver.id())));
  }

  /** Every label waiver of every policy, with the policy it belongs to. Close it to stop early. */
  public Stream<WaiverInPolicy<LabelWaiver>> labelWaivers() {
    return list().stream()
        .flatMap(policy -> policy.labelWaivers().stream()
            .map(waiver -> new WaiverInPolicy<>(policy, waiver, waiver.id())));
  }

  /**
   * Creates a policy, which is switched on at once.
   *
   * @throws XrayBadRequestException if the server refuses a value; the message says which
   * @throws XrayReadBackException if the policy was created, but the server's answer cannot be read
   * @see "JFrog REST APIs: Create Curation Policy"
   */
  public CurationPolicy create(CurationPolicyDraft draft) {
    ApiCall<CurationPolicy> post =
        xray.call("POST", PATH).since(CurationApi.SINCE).body(draft).as(CurationPolicy.class);
    return ReadBack.ofAnswer(post, "the curation policy", () -> RefusalHints.with(post::send));
  }

  /**
   * Changes a policy: {@code edit(id, update -> update.dropWaiver(old))}. It is read again just
   * before it is written. Edits of one policy by one client run one after the other, so none of them
   * is lost. Against other clients this is a best effort, since the server has no locks: what they
   * change between the last read and the write is overwritten, and waivers that they add are deleted.
   *
   * @param change may be called several times; it must not wait for another thread that edits the
   *     same policy
   * @throws XrayConcurrentChangeException if somebody else changed it, and the retries are used up
   * @throws XrayNotFoundException if no policy has this id
   * @throws XrayReadBackException if the policy was changed, but reading it afterwards failed; this
   *     is never repeated
   */
  public UpdateResult<CurationPolicy> edit(
      CurationPolicyId id, Consumer<CurationPolicyUpdate.Builder> change, Retry retry) {
    return GuardedEdit.edit(
        xray.call("PUT", ONE, id),
        () -> get(id),
        policy -> {
          CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(policy);
          change.accept(update);
          return update.build();
        },
        COMPARISON,
        this::update,
        retry);
  }

  /** Like {@code edit(id, change, Retry.never())}. */
  public UpdateResult<CurationPolicy> edit(
      CurationPolicyId id, Consumer<CurationPolicyUpdate.Builder> change) {
    return edit(id, change, Retry.never());
  }

  /**
   * Deletes a policy with its waivers.
   *
   * @throws XrayNotFoundException if no policy has this id
   * @see "JFrog REST APIs: Delete Curation Policy"
   */
  public void delete(CurationPolicyId id) {
    ApiCall<Boolean> delete =
        xray.call("DELETE", ONE, id).since(CurationApi.SINCE).decodedBy(AnySuccess::read);
    RefusalHints.with(() -> VerifiedWrite.send(
        delete, () -> find(id).isPresent() ? LookResult.unchanged() : LookResult.applied(true)));
  }

  /**
   * Replaces the editable fields of a policy; waivers that the update does not keep are deleted. The
   * answer is compared with what was asked for. This is for a policy that was read just now: what
   * somebody else changed since it was read is overwritten, and waivers that were added meanwhile are
   * deleted. {@link #edit(CurationPolicyId, Consumer)} notices such changes. If the answer is lost,
   * the policy is read to see whether the update was made, and the update is sent again if not.
   *
   * @throws XrayBadRequestException if the server refuses a value; the message says which
   * @throws XrayNotFoundException if no policy has this id
   * @throws XrayConcurrentChangeException if the answer was lost and somebody else changed it too
   * @throws XrayReadBackException if the policy was replaced, but reading it failed
   * @see "JFrog REST APIs: Update Curation Policy"
   */
  public UpdateResult<CurationPolicy> update(CurationPolicyUpdate update) {
    ApiCall<Optional<CurationPolicy>> put = xray.call("PUT", ONE, update.base().id())
        .since(CurationApi.SINCE)
        .body(update)
        .decodedBy(response -> ReadBack.inAnswer(response, CurationPolicy.class));
    return GuardedEdit.alone(put, () -> UpdateCheck.result(put, update, replaced(put, update)));
  }

  private CurationPolicy replaced(
      ApiCall<Optional<CurationPolicy>> put, CurationPolicyUpdate update) {
    CurationPolicyId id = update.base().id();
    return RefusalHints.with(
            () -> VerifiedWrite.send(put, () -> COMPARISON.outcome(update, update.base(), get(id))))
        .orElseGet(() -> ReadBack.of(put, "curation policy " + id, () -> get(id)));
  }
}
