package io.github.xrayclient;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.testsupport.Thorough;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Samples with random changes: either they cannot be read, and the error names the place, or an
 * update made from them sends every member that servers do not set.
 */
class MutatedSamplesTest {
  @RegisterExtension
  private static final WireMockExtension SERVER = WireMockExtension.newInstance()
      .options(wireMockConfig().dynamicPort().disableRequestJournal())
      .build();

  private static final int ROUNDS = Thorough.count(15, 250);
  private static final int SAMPLES_A_ROUND = 12;
  private static final List<JsonNode> POLICIES = samples(
      "policies/GET_policies_200.json",
      "policies/GET_policies_three-types_200.json",
      "policies/GET_policies_with-projects_200.json",
      "policies/GET_{name}_cvss-range-numbers_200.json",
      "policies/GET_{name}_cvss-range-strings_200.json",
      "policies/GET_{name}_package-and-exposure_200.json",
      "policies/GET_{name}_unknown-fields_200.json");
  private static final List<JsonNode> WATCHES = samples(
      "watches/GET_watches_repository_200.json",
      "watches/GET_watches_all-repos-made-up_200.json",
      "watches/GET_watches_project-all-repos_200.json",
      "watches/GET_watches_project-resources_200.json",
      "watches/GET_watches_unknown-types_200.json",
      "watches/GET_{name}_every-filter_200.json");

  private XrayClient xray;

  @BeforeEach
  void connect() {
    xray = XrayClient.builder()
        .baseUrl(SERVER.baseUrl())
        .credentials(Credentials.anonymous())
        .build();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static List<JsonNode> samples(String... fixtures) {
    List<JsonNode> samples = new ArrayList<>();
    for (String fixture : fixtures) {
      JsonNode json = Fixtures.json(fixture);
      (json.isArray() ? json : List.of(json)).forEach(samples::add);
    }
    return samples;
  }

  static IntStream rounds() {
    return IntStream.range(0, ROUNDS);
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void ofPoliciesLoseNothing(int round) {
    lossless(
        new Random(round),
        POLICIES,
        Policy.class,
        policy -> PolicyUpdate.of(policy).unchecked().build(),
        () -> xray.policies().list());
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void ofWatchesLoseNothing(int round) {
    lossless(
        new Random(round),
        WATCHES,
        Watch.class,
        watch -> WatchUpdate.of(watch).unchecked().build(),
        () -> xray.watches().list());
  }

  private static <T> void lossless(
      Random random,
      List<JsonNode> samples,
      Class<T> type,
      Function<T, Object> update,
      Supplier<List<T>> list) {
    for (int i = 0; i < SAMPLES_A_ROUND; i++) {
      JsonNode sample = samples.get(random.nextInt(samples.size()));
      JsonNode json = JsonMutation.of(sample, 1 + random.nextInt(3), random);
      ArrayNode listing = JsonNodeFactory.instance.arrayNode();
      listing.add(sample).add(json).add(sample);
      SERVER.stubFor(get(anyUrl()).willReturn(okJson(listing.toString())));
      T value;
      try {
        value = XrayClient.jsonMapper().readValue(json.toString(), type);
      } catch (JsonProcessingException e) {
        assertThat(e).as("%s", json).isInstanceOf(JsonMappingException.class);
        assertThat(refusal(list)).as("%s", json).startsWith("$[1]");
        continue;
      }
      assertThat(list.get()).hasSize(3).element(1).isEqualTo(value);
      assertThat(kept(RoundTrip.write(update.apply(value))))
          .as("%s", json)
          .isEqualTo(kept(editable(json)));
    }
  }

  private static String refusal(Supplier<? extends List<?>> list) {
    try {
      return "no error, but " + list.get();
    } catch (XrayDecodeException e) {
      assertThat(e).hasMessageContaining(" at " + e.jsonPath() + ": ");
      return e.jsonPath();
    }
  }

  /** Without what servers set, and with the objects that updates always have. */
  private static JsonNode editable(JsonNode json) {
    ObjectNode editable = json.deepCopy();
    if (editable.has("general_data")) {
      ((ObjectNode) editable.path("general_data")).remove(List.of("id", "name", "project_key"));
      addObject(editable, "project_resources");
    } else {
      editable.remove(List.of("author", "created", "modified", "watches", "project_key"));
      for (JsonNode rule : editable.path("rules")) {
        if (rule.isObject()) {
          addObject((ObjectNode) rule, "actions");
        }
      }
    }
    return editable;
  }

  private static void addObject(ObjectNode owner, String name) {
    if (owner.path(name).isMissingNode() || owner.path(name).isNull()) {
      owner.putObject(name);
    }
  }

  /**
   * Without nulls, empty lists and empty texts, and with scalars as texts; but what stands in an
   * unknown member must be the very same.
   */
  private static JsonNode kept(JsonNode node) {
    if (node.isArray()) {
      ArrayNode kept = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> {
        if (!element.isNull()) {
          kept.add(kept(element));
        }
      });
      return kept;
    }
    if (node.isObject()) {
      ObjectNode kept = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(member -> {
        boolean unknown = member.getKey().startsWith("x_");
        JsonNode value = unknown ? member.getValue() : kept(member.getValue());
        boolean nothing =
            value.isNull() || (!value.isObject() && value.isEmpty() && isBlank(value));
        if (unknown || !nothing) {
          kept.set(member.getKey(), value);
        }
      });
      return kept;
    }
    return node.isNull() ? node : TextNode.valueOf(node.asText());
  }

  private static boolean isBlank(JsonNode value) {
    return value.isArray() || value.asText().isEmpty();
  }
}
