package io.github.xrayclient.curation;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.Finding;
import io.github.xrayclient.internal.Json;
import io.github.xrayclient.internal.SureWrite;
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
    return xray.call("GET", ONE, id)
        .since(Curation.SINCE)
        .as(CurationPolicy.class)
        .send();
  }

  /**
   * Replaces the editable fields of a policy; waivers that the update does not keep are deleted. The
   * answer is compared with what was asked for. There is no locking: what somebody else changed
   * since the policy was read is overwritten, and waivers added meanwhile are deleted. If the answer
   * is lost, the policy is read to see whether the update was made, and it is sent again if not.
   *
   * @throws IllegalArgumentException if the update was made from another policy
   * @throws XrayBadRequestException if the server refuses a value; the message says which
   * @throws XrayNotFoundException if no policy has this id
   * @throws XrayConcurrentChangeException if the answer was lost and somebody else changed it too
   * @see "JFrog REST APIs: Update Curation Policy"
   */
  public UpdateResult<CurationPolicy> update(CurationPolicyId id, CurationPolicyUpdate update) {
    if (!update.base().id().equals(id)) {
      throw new IllegalArgumentException(
          "update was made from policy " + update.base().id() + ", not from policy " + id);
    }
    ApiCall<Optional<CurationPolicy>> put = xray.call("PUT", ONE, id)
        .since(Curation.SINCE)
        .body(update)
        .decodedBy(CurationPolicies::policy);
    CurationPolicy after =
        SureWrite.send(put, () -> look(update)).orElseGet(() -> readBack(put, id));
    return UpdateCheck.result(update, after);
  }

  private CurationPolicy readBack(ApiCall<?> put, CurationPolicyId id) {
    try {
      return get(id);
    } catch (XrayException e) {
      throw new XrayDecodeException(
          "PUT",
          put.request().uri(),
          "the update was made, but the answer is empty, and the policy could not be read: "
              + e.getMessage(),
          "$",
          "",
          e);
    }
  }

  private Finding<Optional<CurationPolicy>> look(CurationPolicyUpdate update) {
    CurationPolicy now = get(update.base().id());
    if (UpdateCheck.result(update, now).unexpectedChanges().isEmpty()) {
      return Finding.applied(Optional.of(now));
    }
    return now.equals(update.base()) ? Finding.unchanged() : Finding.changed(update.base(), now);
  }

  /** Some servers answer a write with nothing, or with a sentence. */
  private static Optional<CurationPolicy> policy(ApiResponse response) throws IOException {
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(response.body());
    } catch (JsonParseException sentence) {
      if (response.text().stripLeading().startsWith("<")) {
        throw sentence; // a web page, of a login perhaps, says nothing about the write
      }
      return Optional.empty();
    }
    return root.has("id")
        ? Optional.of(Json.MAPPER.treeToValue(root, CurationPolicy.class))
        : Optional.empty();
  }
}
