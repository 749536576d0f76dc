package io.github.xrayclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.detail.CveDetails;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that servers know under several names. */
class FieldAliasesTest {
  private static final List<Class<?>> TYPES =
      List.of(Criteria.class, IgnoreFilters.class, Violation.class, CveDetails.class);

  /** Each alias there is: type, usual name, other name, two values. */
  static Stream<Arguments> aliases() {
    return Stream.of(
        alias(Criteria.class, "allowed_licenses", "allow_licenses", "['GPL-3.0']", "['MIT']"),
        alias(
            IgnoreFilters.class,
            "release-bundles",
            "release_bundles",
            "[{'name':'a','version':'1'}]",
            "[{'name':'b'}]"),
        alias(IgnoreFilters.class, "docker-layers", "docker_layers", "['aa']", "['bb','cc']"),
        alias(Violation.class, "impacted_artifacts", "impact_artifacts", "['r/a']", "['r/b']"),
        alias(
            Violation.class, "infected_components", "infected_component", "['npm://a:1']", "['b']"),
        alias(
            Violation.class,
            "ignore_rule_info",
            "ignore_rule_details",
            "{'id':'1','created':'2'}",
            "{'id':'3'}"),
        alias(CveDetails.class, "cve", "Cve", "'CVE-1'", "'CVE-2'"),
        alias(CveDetails.class, "cwe", "Cwe", "['CWE-1']", "['CWE-2']"),
        alias(CveDetails.class, "cvss_v2", "CvssV2", "'1.0'", "'2.0'"),
        alias(CveDetails.class, "cvss_v2", "cvssv2", "'1.0'", "'2.0'"),
        alias(CveDetails.class, "cvss_v3", "CvssV3", "'1.0'", "'2.0'"),
        alias(CveDetails.class, "cvss_v3", "cvssv3", "'1.0'", "'2.0'"));
  }

  private static Arguments alias(
      Class<?> type, String usual, String other, String one, String two) {
    return Arguments.of(type, usual, other, one, two);
  }

  private static JsonNode reread(Class<?> type, String json) {
    try {
      return Json.MAPPER.valueToTree(Json.MAPPER.readValue(json.replace('\'', '"'), type));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode tree(String json) {
    return Fixtures.parse(json.replace('\'', '"'));
  }

  private static String object(String name, String value, String other, String otherValue) {
    return "{'" + name + "':" + value + ",'" + other + "':" + otherValue + "}";
  }

  @Test
  void areAllInTheTestsBelow() {
    long declared = TYPES.stream()
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .map((Method method) -> method.getAnnotation(JsonAlias.class))
        .filter(alias -> alias != null)
        .flatMap(alias -> Arrays.stream(alias.value()))
        .count();

    assertThat(aliases()).hasSize((int) declared);
  }

  @ParameterizedTest
  @MethodSource("aliases")
  void areReadAndWrittenUnderTheUsualName(
      Class<?> type, String usual, String other, String one, String two) {
    JsonNode expected = tree("{'" + usual + "':" + one + "}");

    assertThat(reread(type, "{'" + usual + "':" + one + "}")).isEqualTo(expected);
    assertThat(reread(type, "{'" + other + "':" + one + "}")).isEqualTo(expected);
    assertThat(reread(type, object(usual, one, other, one))).isEqualTo(expected);
    assertThat(reread(type, object(other, one, usual, one))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("aliases")
  void preferAFilledOneToAnEmptyOne(
      Class<?> type, String usual, String other, String one, String two) {
    JsonNode expected = tree("{'" + usual + "':" + one + "}");

    for (String empty : one.startsWith("[") ? List.of("[]", "null", "[null]") : List.of("null")) {
      assertThat(reread(type, object(usual, one, other, empty))).isEqualTo(expected);
      assertThat(reread(type, object(other, empty, usual, one))).isEqualTo(expected);
      assertThat(reread(type, object(usual, empty, other, one))).isEqualTo(expected);
      assertThat(reread(type, object(other, one, usual, empty))).isEqualTo(expected);
      assertThat(reread(type, object(other, empty, usual, empty)).isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("aliases")
  void areBothKeptIfTheyDiffer(Class<?> type, String usual, String other, String one, String two) {
    JsonNode both = tree(object(usual, one, other, two));

    assertThat(reread(type, object(usual, one, other, two))).isEqualTo(both);
    assertThat(reread(type, object(other, two, usual, one))).isEqualTo(both);
    assertThat(reread(type, both.toString())).isEqualTo(both);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'allow_licenses':['GPL-3.0'],'allowed_licenses':[]}",
        "{'allowed_licenses':[],'allow_licenses':['GPL-3.0']}"
      })
  void loseNothingInAnUpdate(String criteria) throws JsonProcessingException {
    Policy policy = Json.MAPPER.readValue(
        ("{'name':'p','type':'license','rules':[{'name':'r','criteria':" + criteria + "}]}")
            .replace('\'', '"'),
        Policy.class);

    assertThat(policy.rules().get(0).criteria().orElseThrow().allowedLicenses())
        .containsExactly("GPL-3.0");
    ObjectNode body =
        Json.MAPPER.valueToTree(PolicyUpdate.of(policy).unchecked().build());
    assertThat(body.at("/rules/0/criteria")).isEqualTo(tree("{'allowed_licenses':['GPL-3.0']}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'allow_licenses':['a',{}]} | $.allow_licenses[1]",
        "{'allowed_licenses':[],'allow_licenses':7} | $.allow_licenses",
        "{'allowed_licenses':{}} | $.allowed_licenses"
      })
  void nameThePlaceOfWhatCannotBeRead(String json, String path) {
    assertThatExceptionOfType(JsonMappingException.class)
        .isThrownBy(() -> Json.FAST.readValue(json.replace('\'', '"'), Criteria.class))
        .satisfies(e -> assertThat(JsonProblem.path(e)).isEqualTo(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'allow_licenses':['a',{}]}",
        "{'allow_licenses':7}",
        "{'allowed_licenses':{}}",
        "{'allowed_licenses':7,'allow_licenses':['MIT']}"
      })
  void keepWhatCannotBeReadUnderTheNameOfTheServer(String json) {
    assertThat(reread(Criteria.class, json)).isEqualTo(tree(json));
  }

  @Test
  void giveWayToWhatTheCallerSetsIfTheyCannotBeRead() throws Exception {
    Criteria odd = Json.MAPPER.readValue("{\"allow_licenses\":7}", Criteria.class);

    Criteria set = odd.toBuilder().allowedLicenses(List.of("MIT")).build();

    assertThat((Object) Json.MAPPER.valueToTree(set))
        .isEqualTo(tree("{'allowed_licenses':['MIT']}"));
    assertThat(UnreadFields.of(set)).isEmpty();
    assertThat(UnreadFields.of(odd)).containsExactly("$.allow_licenses");
  }

  @Test
  void areNotWrittenBesideAReadableValueIfTheyCannotBeRead() {
    assertThat(reread(Criteria.class, "{'allowed_licenses':['MIT'],'allow_licenses':7}"))
        .isEqualTo(tree("{'allowed_licenses':['MIT']}"));
  }
}
