package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.condition.Conditions;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A server with the samples of Curation, and a client of it. */
public final class CurationServer implements AutoCloseable {
  public final FakeXray fake = FakeXray.start()
      .seed(Kind.CONDITIONS, Fixtures.text("conditions/GET_conditions_200.json"))
      .seed(Kind.CURATION_POLICIES, Fixtures.text("policies/GET_policies_200.json"));
  public final XrayClient xray = client();
  public final CurationPolicies policies = Curation.of(xray).policies();
  public final Conditions conditions = Curation.of(xray).conditions();

  /** Another client of the same server. */
  public XrayClient client() {
    return XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
        .build();
  }

  public ObjectNode stored(Kind kind, String id) {
    return (ObjectNode) fake.stored(kind).stream()
        .filter(object -> object.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  public ObjectNode policy(String id) {
    return stored(Kind.CURATION_POLICIES, id);
  }

  /** A third user's package waiver appears, and nothing else of the policy changes. */
  public void addWaiver(String policyId, String waiverId, String packageName) {
    ObjectNode policy = policy(policyId);
    ArrayNode waivers = policy.path("waivers").isArray()
        ? (ArrayNode) policy.path("waivers")
        : policy.putArray("waivers");
    waivers
        .addObject()
        .put("id", waiverId)
        .put("pkg_type", "npm")
        .put("pkg_name", packageName)
        .put("all_versions", true)
        .put("justification", "asked for")
        .put("created_by", "third")
        .put("created_at", "2025-04-01T10:00:00+05:30");
    fake.seed(Kind.CURATION_POLICIES, policy.toString());
  }

  /** The methods of Curation's requests so far, in order; a 404 makes the client ask for the version. */
  public List<String> methods() {
    return fake.requests().stream()
        .filter(request -> request.path().contains("/curation/"))
        .map(RecordedRequest::method)
        .collect(Collectors.toList());
  }

  /** The body of the last request of this method. */
  public JsonNode lastBody(String method) {
    return Fixtures.parse(fake.requests().stream()
        .filter(request -> request.method().equals(method))
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .body());
  }

  @Override
  public void close() {
    xray.close();
    fake.close();
  }
}
