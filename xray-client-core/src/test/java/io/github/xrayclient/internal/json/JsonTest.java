package io.github.xrayclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.JsonMutation;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.value.WireValue;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.watch.Watch;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  /** Reads the same more slowly, since it makes each word anew. */
  private static final JsonMapper STRAIGHT =
      Json.settings(DeserializerChoice.strict()).build();

  static IntStream seeds() {
    return IntStream.range(0, 150);
  }

  @Nested
  class Reads {
    @Test
    void aKnownWordAsItsConstant() throws JsonProcessingException {
      assertThat(Json.FAST.readValue("\"security\"", PolicyType.class))
          .isSameAs(PolicyType.SECURITY);
    }

    @Test
    void anotherSpellingAsItCame() throws JsonProcessingException {
      Severity severity = Json.FAST.readValue("\"HIGH\"", Severity.class);

      assertThat(severity).isEqualTo(Severity.HIGH);
      assertThat(severity.wire()).isEqualTo("HIGH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'x_new':1,'extras':{'a':[1]}}", "{'extras':7,'x_new':1}"})
    void aFieldNamedExtrasAsUnknown(String text) throws JsonProcessingException {
      JsonNode json = Fixtures.parse(text.replace('\'', '"'));

      Criteria criteria = Json.FAST.treeToValue(json, Criteria.class);

      assertThat(Json.FAST.<JsonNode>valueToTree(criteria)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"\"~unknown\"", "\"\"", "1", "1.5", "true", "[]", "{}", "[\"security\"]", "null"
        })
    void anythingElseAsBefore(String json) {
      assertThat(outcome(Json.FAST, json, PolicyType.class))
          .isEqualTo(outcome(STRAIGHT, json, PolicyType.class));
      assertThat(outcome(Json.FAST, json, Timestamp.class))
          .isEqualTo(outcome(STRAIGHT, json, Timestamp.class));
    }
  }

  @Nested
  class ReadsOpenValuesOfCallers {
    @ParameterizedTest
    @ValueSource(strings = {"\"red\"", "\"green\"", "\"\"", "7", "null"})
    void likeTheStraightforwardMapper(String json) {
      assertThat(outcome(Json.FAST, json, Color.class))
          .isEqualTo(outcome(STRAIGHT, json, Color.class));
      assertThat(outcome(Json.FAST, json, Shape.class))
          .isEqualTo(outcome(STRAIGHT, json, Shape.class));
    }
  }

  /** Refuses a blank text. */
  public static final class Color extends WireValue {
    private static final long serialVersionUID = 1L;

    public static final Color RED = new Color("red");

    private Color(String wire) {
      super(wire);
    }

    @JsonCreator
    public static Color of(String wire) {
      if (wire.isBlank()) {
        throw new IllegalArgumentException("no color");
      }
      return new Color(wire);
    }
  }

  /** Is hidden, and made by another method than {@code of}. */
  private static final class Shape extends WireValue {
    private static final long serialVersionUID = 1L;

    private Shape(String wire) {
      super(wire);
    }

    @SuppressWarnings("UnusedMethod") // must not be called
    static Shape of(String wire) {
      throw new AssertionError(wire);
    }

    @JsonCreator
    static Shape named(String wire) {
      return new Shape(wire + "!");
    }
  }

  @Nested
  class ReadsLikeTheStraightforwardMapper {
    @ParameterizedTest
    @MethodSource("io.github.xrayclient.internal.json.JsonTest#seeds")
    void policies(int seed) {
      same("policies/GET_{name}_package-and-exposure_200.json", Policy.class, seed);
      same("policies/GET_{name}_unknown-fields_200.json", Policy.class, seed);
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.internal.json.JsonTest#seeds")
    void watches(int seed) {
      same("watches/GET_{name}_every-filter_200.json", Watch.class, seed);
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.internal.json.JsonTest#seeds")
    void ignoreRulesAndViolations(int seed) {
      same("ignorerules/GET_ignore_rules_200.json", IgnoreRule.class, seed);
      same("violations/POST_violations_200.json", Violation.class, seed);
    }

    private void same(String fixture, Class<?> type, int seed) {
      Random random = new Random(seed);
      JsonNode sample = element(Fixtures.json(fixture));
      JsonNode json = JsonMutation.of(sample, random.nextInt(4), random);

      assertThat(outcome(Json.FAST, json.toString(), type))
          .as("seed %d: %s", seed, json)
          .isEqualTo(outcome(STRAIGHT, json.toString(), type));
    }

    /** The first of a listing, the object itself otherwise. */
    private JsonNode element(JsonNode json) {
      for (JsonNode list : List.of(json, json.path("data"), json.path("violations"))) {
        if (list.isArray()) {
          return list.path(0);
        }
      }
      return json;
    }
  }

  /** What was read, with the spelling of every word, or what a user is told. */
  private static String outcome(JsonMapper mapper, String json, Class<?> type) {
    try {
      return String.valueOf((Object) mapper.readValue(json, type));
    } catch (JsonMappingException e) {
      return JsonProblem.path(e) + ": " + JsonProblem.of(e);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
