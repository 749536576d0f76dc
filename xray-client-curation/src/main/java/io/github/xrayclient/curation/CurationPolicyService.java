package io.github.xrayclient.curation;

import io.github.xrayclient.curation.internal.call.ByNameOrId;
import io.github.xrayclient.curation.internal.call.CurationApi;
import io.github.xrayclient.curation.internal.call.RefusalHints;
import io.github.xrayclient.curation.internal.call.UniqueByName;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.write.ContentComparison;
import io.github.xrayclient.internal.write.GuardedEdit;
import io.github.xrayclient.internal.write.ReadBack;
import io.github.xrayclient.internal.write.VerifiedWrite;
import io.github.xrayclient.internal.write.WriteVerification;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads and writes curation policies by the REST API. */
final class CurationPolicyService implements CurationPolicies {
  static final String PATH = "/xray/api/v1/curation/policies";
  private static final String ONE = PATH + "/{policy_id}";
  private static final ContentComparison COMPARISON = new UpdateCheck();

  private final ApiCalls xray;
  private final CurationPolicyListing all;
  private final ByNameOrId<CurationPolicy> search;

  CurationPolicyService(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
    this.all = CurationPolicyListing.of(xray, PATH);
    this.search = new ByNameOrId<>(
        xray, PATH, "curation policy", id -> get(CurationPolicyId.of(id)), this::findByName);
  }

  @Override
  public CurationPolicyQuery list() {
    return all;
  }

  @Override
  public CurationPolicy get(CurationPolicyId id) {
    return xray.call("GET", ONE, Arguments.id("id", id))
        .since(CurationApi.SINCE)
        .readAs(CurationPolicy.class)
        .send();
  }

  @Override
  public Optional<CurationPolicy> find(CurationPolicyId id) {
    try {
      return Optional.of(get(id));
    } catch (XrayNotFoundException missing) {
      return Optional.empty();
    }
  }

  @Override
  public CurationPolicy get(NameOrId policy) {
    return search.get("policy", policy);
  }

  @Override
  public Optional<CurationPolicy> find(NameOrId policy) {
    return search.find("policy", policy);
  }

  @Override
  public Optional<CurationPolicy> findByName(String name) {
    Arguments.text("name", name);
    return UniqueByName.only(
        xray.call("GET", PATH).query("name", name),
        "curation policies",
        name,
        all.strict().name(name).stream()
            .filter(policy -> policy.name().equals(name))
            .collect(Collectors.toList()),
        CurationPolicy::id);
  }

  @Override
  public WaiverQuery waivers() {
    return WaiverListing.of(this);
  }

  @Override
  public CurationPolicy create(CurationPolicyDraft draft) {
    Objects.requireNonNull(draft, "draft");
    ApiCall<CurationPolicy> post =
        xray.call("POST", PATH).since(CurationApi.SINCE).body(draft).readAs(CurationPolicy.class);
    return ReadBack.ofAnswer(post, "the curation policy", () -> RefusalHints.with(post::send));
  }

  @Override
  public UpdateResult<CurationPolicy> edit(
      CurationPolicyId id, Consumer<CurationPolicyUpdate.Builder> change, Retry retry) {
    Objects.requireNonNull(change, "change");
    return GuardedEdit.edit(
        xray.call("PUT", ONE, Arguments.id("id", id)),
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

  @Override
  public void delete(CurationPolicyId id) {
    ApiCall<Boolean> delete = xray.call("DELETE", ONE, Arguments.id("id", id))
        .since(CurationApi.SINCE)
        .decodedBy(AnySuccess::read);
    RefusalHints.with(() -> VerifiedWrite.send(
        delete,
        () -> find(id).isPresent()
            ? WriteVerification.unchanged()
            : WriteVerification.applied(true)));
  }

  @Override
  public UpdateResult<CurationPolicy> update(CurationPolicyUpdate update) {
    Objects.requireNonNull(update, "update");
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
