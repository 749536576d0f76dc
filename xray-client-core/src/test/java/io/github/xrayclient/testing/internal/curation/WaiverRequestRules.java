package io.github.xrayclient.testing.internal.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.policy.PolicyRules;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;

/** Checks a new waiver request, or a decision on one, as the server does. */
public final class WaiverRequestRules {
  public static final String PENDING = "pending";
  public static final String APPROVED = "approved";
  public static final String REJECTED = "rejected";
  private static final List<String> REQUIRED =
      List.of("pkg_type", "pkg_name", "pkg_version", "reason");

  private WaiverRequestRules() {}

  /**
   * Returns the body of a new request if the server accepts it.
   *
   * @param repositoryIsOptional whether the request may lack the repository
   */
  public static ObjectNode readNew(Call call, boolean repositoryIsOptional) {
    ObjectNode body = call.body(400, PolicyRules.UNPARSABLE);
    REQUIRED.forEach(member -> demandText(body, member));
    if (!repositoryIsOptional || body.has("repo_key")) {
      demandText(body, "repo_key");
    }
    return body;
  }

  /** Returns the body of a decision if the server accepts it. */
  public static ObjectNode readDecision(Call call) {
    ObjectNode body = call.body(400, PolicyRules.UNPARSABLE);
    demandText(body, "status");
    String status = Trees.text(body, "status");
    if (!List.of(APPROVED, REJECTED).contains(status)) {
      throw Refusal.error(
          400, "status must be one of " + APPROVED + ", " + REJECTED + ", but was " + status);
    }
    demandText(body, "justification");
    JsonNode days = body.path("duration_days");
    if (Trees.isAbsent(days)) {
      return body;
    }
    if (status.equals(REJECTED)) {
      throw Refusal.error(400, "duration_days cannot be set when a request is rejected");
    }
    if (!days.isInt() || days.intValue() < 1) {
      throw Refusal.error(400, "duration_days must be a number of at least 1, but was " + days);
    }
    return body;
  }

  private static void demandText(ObjectNode body, String member) {
    JsonNode value = body.path(member);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw Refusal.error(400, member + " is required");
    }
  }
}
