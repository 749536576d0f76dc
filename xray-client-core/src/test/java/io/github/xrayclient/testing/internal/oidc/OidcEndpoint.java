package io.github.xrayclient.testing.internal.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.IssuedTokens;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Trees;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The endpoint that exchanges an id token for an access token. */
public final class OidcEndpoint implements Endpoints {
  private static final String NO_MAPPING = "no matching identity mapping";
  private static final long DEFAULT_LIFETIME = 3600;

  private final JsonStore integrations;
  private final IssuedTokens tokens;
  private int issued;

  public OidcEndpoint(StoredObjects holdings, Settings settings) {
    this.integrations = holdings.store(FakeXray.Kind.OIDC_INTEGRATIONS);
    this.tokens = settings.issuedTokens;
  }

  @Override
  public void addTo(Router router) {
    router.addOpen("POST", "/access/api/v1/oidc/token", this::exchange);
  }

  @Override
  public void seeded(FakeXray.Kind kind, ObjectNode object) {
    if (kind == FakeXray.Kind.OIDC_INTEGRATIONS) {
      tokens.require();
    }
  }

  private Answer exchange(Call call) {
    ObjectNode body = call.body(400, "the body is not a JSON object");
    required(body, "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    required(body, "subject_token_type", "urn:ietf:params:oauth:token-type:id_token");
    String provider = required(body, "provider_name", "");
    String subject = required(body, "subject_token", "");
    ObjectNode integration = integrations
        .find(provider)
        .orElseThrow(() -> Refusal.errors(400, "provider " + provider + " was not found"));
    JsonNode claims = UnsignedToken.payload(subject)
        .orElseThrow(() -> Refusal.unauthorized("the subject token is not a JSON Web Token"));
    checkClaims(integration, claims);
    return Answer.json(200, answer(mapping(integration, claims, body).path("token_spec")));
  }

  private static String required(JsonNode body, String field, String onlyValue) {
    String value = Trees.text(body, field);
    if (value.isEmpty() || !(onlyValue.isEmpty() || value.equals(onlyValue))) {
      throw Refusal.errors(400, field + (value.isEmpty() ? " is missing" : " is not supported"));
    }
    return value;
  }

  private void checkClaims(JsonNode integration, JsonNode claims) {
    Instant now = tokens.now();
    if (claims.has("exp")
        && !now.isBefore(Instant.ofEpochSecond(claims.path("exp").asLong()))) {
      throw Refusal.unauthorized("the subject token has expired");
    }
    for (Map.Entry<String, String> claim :
        Map.of("issuer_url", "iss", "audience", "aud").entrySet()) {
      String expected = Trees.text(integration, claim.getKey());
      if (!expected.isEmpty() && !contains(claims.path(claim.getValue()), expected)) {
        throw Refusal.unauthorized("the claim " + claim.getValue() + " is not " + expected);
      }
    }
  }

  /** Whether a claim, which is a text or an array of texts, has this value. */
  private static boolean contains(JsonNode claim, String expected) {
    if (!claim.isArray()) {
      return Trees.text(claim).equals(expected);
    }
    for (JsonNode element : claim) {
      if (Trees.text(element).equals(expected)) {
        return true;
      }
    }
    return false;
  }

  /** The matching mapping with the lowest number of its priority. */
  private static JsonNode mapping(ObjectNode integration, JsonNode claims, JsonNode body) {
    String name = Trees.text(body, "identity_mapping_name");
    String project = Trees.text(body, "project_key");
    if (!project.equals(Trees.text(integration, "project_key"))
        && !Trees.text(integration, "project_key").isEmpty()) {
      throw Refusal.unauthorized(NO_MAPPING);
    }
    List<ObjectNode> mappings = Trees.objects(integration.path("identity_mappings"));
    return mappings.stream()
        .filter(mapping -> name.isEmpty() || Trees.text(mapping, "name").equals(name))
        .filter(mapping -> matches(mapping.path("claims"), claims))
        .min((a, b) ->
            Integer.compare(a.path("priority").asInt(), b.path("priority").asInt()))
        .orElseThrow(() -> Refusal.unauthorized(NO_MAPPING));
  }

  private static boolean matches(JsonNode expected, JsonNode claims) {
    return expected.properties().stream()
        .allMatch(claim -> contains(claims.path(claim.getKey()), Trees.text(claim.getValue())));
  }

  private ObjectNode answer(JsonNode specification) {
    Instant now = tokens.now();
    long lifetime = specification.path("expires_in").asLong(DEFAULT_LIFETIME);
    String user = specification.path("username").asText("oidc");
    String scope = specification.path("scope").asText("applied-permissions/user");
    issued++;
    String token = UnsignedToken.of(Trees.object()
        .put("sub", "jfac@fake/users/" + user)
        .put("scp", scope)
        .put("aud", specification.path("audience").asText("*@*"))
        .put("iss", "jfac@fake")
        .put("iat", now.getEpochSecond())
        .put("exp", now.getEpochSecond() + lifetime)
        .put("jti", "access-token-" + issued));
    tokens.issued(token, now.plusSeconds(lifetime));
    return Trees.object()
        .put("scope", scope)
        .put("access_token", token)
        .put("expires_in", lifetime)
        .put("token_type", "Bearer")
        .put("issued_token_type", "urn:ietf:params:oauth:token-type:access_token")
        .put("username", user);
  }
}
