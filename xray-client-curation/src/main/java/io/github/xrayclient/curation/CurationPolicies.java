package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.Json;
import io.github.xrayclient.value.UpdateResult;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** Curation policies, as {@link Curation#policies()} gives them. Immutable and thread-safe. */
public final class CurationPolicies {
  static final String PATH = "/xray/api/v1/curation/policies";

  private static final String ONE = PATH + "/{policy_id}";

  private final ApiCalls xray;

  CurationPolicies(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  /** All curation policies, to filter and walk. */
  public CurationPolicyQuery list() {
    return CurationPolicyQuery.of(xray);
  }

  /**
   * One policy.
   *
   * @throws XrayNotFoundException if no policy has this id
   * @see "JFrog REST APIs: Get Curation Policy"
   */
  public CurationPolicy get(CurationPolicyId id) {
    return xray.call("GET", ONE, id).as(CurationPolicy.class).send();
  }

  /**
   * Replaces the editable fields of a policy; waivers that the update does not keep are deleted. The
   * answer is compared with what was asked for. There is no locking: what somebody else changed
   * since the policy was read is overwritten, except for waivers added meanwhile, which are deleted.
   *
   * @throws IllegalArgumentException if the update was made from another policy
   * @throws XrayBadRequestException if the server refuses a value; the message says which
   * @throws XrayNotFoundException if no policy has this id
   * @see "JFrog REST APIs: Update Curation Policy"
   */
  public UpdateResult<CurationPolicy> update(CurationPolicyId id, CurationPolicyUpdate update) {
    if (!update.base().id().equals(id)) {
      throw new IllegalArgumentException(
          "update was made from policy " + update.base().id() + ", not from policy " + id);
    }
    CurationPolicy after = xray.call("PUT", ONE, id)
        .body(update)
        .decodedBy(CurationPolicies::policy)
        .send()
        .orElseGet(() -> get(id));
    return UpdateCheck.result(update, after);
  }

  /** Some servers answer a write with nothing, or with a sentence. */
  private static Optional<CurationPolicy> policy(ApiResponse response) throws IOException {
    if (response.body().length == 0) {
      return Optional.empty();
    }
    JsonNode root = Json.MAPPER.readTree(response.body());
    return root.has("id")
        ? Optional.of(Json.MAPPER.treeToValue(root, CurationPolicy.class))
        : Optional.empty();
  }
}
