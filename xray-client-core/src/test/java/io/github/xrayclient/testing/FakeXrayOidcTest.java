package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.store.Trees;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exchange of id tokens, and the tokens that it issues. */
class FakeXrayOidcTest {
  private static final String EXCHANGE = "/access/api/v1/oidc/token";
  private static final String POLICIES = "/xray/api/v2/policies";
  private static final Instant NOW = Instant.parse("2026-01-02T08:00:00Z");
  private static final String INTEGRATION =
      "{'name':'acme-ci','issuer_url':'https://ci.example.com','audience':'jfrog-demo',"
          + "'identity_mappings':["
          + "{'name':'other','priority':2,'claims':{'sub':'repo:acme/shop'},"
          + "'token_spec':{'username':'second'}},"
          + "{'name':'main','priority':1,'claims':{'sub':'repo:acme/shop'},'token_spec':"
          + "{'username':'ci-shop','scope':'applied-permissions/groups:readers','expires_in':60}},"
          + "{'name':'none','priority':0,'claims':{'sub':'repo:acme/none'},'token_spec':{}}]}";

  private final FakeXray server = FakeXray.start().clock(Clock.fixed(NOW, ZoneOffset.UTC));
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @BeforeEach
  void integrate() {
    server.seed(FakeXray.Kind.OIDC_INTEGRATIONS, INTEGRATION.replace('\'', '"'));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String idToken(String claims) {
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  private static ObjectNode request() {
    return Trees.object()
        .put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
        .put("subject_token_type", "urn:ietf:params:oauth:token-type:id_token")
        .put("provider_name", "acme-ci")
        .put(
            "subject_token",
            idToken("{'iss':'https://ci.example.com','aud':['x','jfrog-demo'],"
                + "'sub':'repo:acme/shop','exp':1767344400}"));
  }

  private HttpResponse<String> exchange(ObjectNode body) {
    return http.post(EXCHANGE, body.toString());
  }

  private String issued() {
    return json(exchange(request())).path("access_token").asText();
  }

  private int statusWith(String token) {
    return http.send(http.request(POLICIES).header("Authorization", "Bearer " + token))
        .statusCode();
  }

  @Test
  void answersAsTheReferenceDescribesItByTheMappingOfTheHighestPriority() {
    HttpResponse<String> response = exchange(request());

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode answer = json(response);
    assertThat(answer.path("scope").asText()).isEqualTo("applied-permissions/groups:readers");
    assertThat(answer.path("expires_in").asInt()).isEqualTo(60);
    assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(answer.path("issued_token_type").asText())
        .isEqualTo("urn:ietf:params:oauth:token-type:access_token");
    assertThat(answer.path("username").asText()).isEqualTo("ci-shop");
    assertThat(answer.path("access_token").asText().split("\\.")).hasSize(3);
  }

  @Test
  void usesTheMappingThatIsNamed() {
    JsonNode answer = json(exchange(request().put("identity_mapping_name", "other")));

    assertThat(answer.path("username").asText()).isEqualTo("second");
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type, , 400",
    "grant_type, client_credentials, 400",
    "subject_token_type, x, 400",
    "subject_token, , 400",
    "provider_name, , 400",
    "provider_name, unknown, 400",
    "subject_token, opaque, 401",
    "identity_mapping_name, none, 401",
    "identity_mapping_name, unknown, 401"
  })
  void refusesAFieldThatIsMissingOrWrong(String field, String value, int status) {
    HttpResponse<String> response = exchange(request().put(field, value));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).at("/errors/0/message").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'iss':'https://else.example','aud':'jfrog-demo','sub':'repo:acme/shop'}",
        "{'iss':'https://ci.example.com','aud':'else','sub':'repo:acme/shop'}",
        "{'iss':'https://ci.example.com','aud':'jfrog-demo','sub':'repo:acme/else'}",
        "{'iss':'https://ci.example.com','aud':'jfrog-demo','sub':'repo:acme/shop','exp':1767340800}"
      },
      quoteCharacter = '`')
  void refusesAnIdTokenThatDoesNotFitOrHasExpired(String claims) {
    assertThat(exchange(request().put("subject_token", idToken(claims))).statusCode())
        .isEqualTo(401);
  }

  @Nested
  class ATokenThatItIssued {
    @Test
    void isRequiredOnceThereIsAnIntegration() {
      assertThat(http.get(POLICIES).statusCode()).isEqualTo(401);
      assertThat(statusWith("other")).isEqualTo(401);
      assertThat(http.get("/xray/api/v1/system/ping").statusCode()).isEqualTo(200);
      assertThat(statusWith(issued())).isEqualTo(200);
    }

    @Test
    void isAnotherOneEachTime() {
      assertThat(issued()).isNotEqualTo(issued());
    }

    @Test
    void isAcceptedBesideTheFixedToken() {
      server.requireToken("fixed");

      assertThat(statusWith("fixed")).isEqualTo(200);
      assertThat(statusWith(issued())).isEqualTo(200);
    }

    @Test
    void expires() {
      String token = issued();
      server.clock(Clock.offset(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(59)));
      assertThat(statusWith(token)).isEqualTo(200);

      server.clock(Clock.offset(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(60)));
      assertThat(statusWith(token)).isEqualTo(401);
    }

    @Test
    void canBeRevoked() {
      String token = issued();
      server.revokeTokens();

      assertThat(statusWith(token)).isEqualTo(401);
      assertThat(statusWith(issued())).isEqualTo(200);
    }
  }
}
