package io.github.xrayclient.curation.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionUpdateTest {
  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static JsonNode body(String template, String params) {
    return json(
        "{'name':'n','condition_template_id':'" + template + "','param_values':[" + params + "]}");
  }

  private static Condition condition(String params) {
    return RoundTrip.read(
        json("{'id':'50','name':'n','is_custom':true,'created_by':'a','updated_by':'b',"
            + "'created_at':'2025-03-12T16:26:10+02:00','updated_at':'2025-03-12T16:26:10+02:00',"
            + "'risk_type':'security','supported_pkg_types':['npm'],'on_demand':true,'x_new':1,"
            + "'condition_template_id':'Future','param_values':" + params + "}"),
        Condition.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "7.0",
        "7.00",
        "0.1",
        "1e2",
        "9007199254740993",
        "[7,8.9]",
        "[7.0,10]",
        "-0.50",
        "'text'",
        "''",
        "true",
        "false",
        "{}",
        "[]",
        "{'a':{'b':[1,2.0]},'n':null}",
        "['[3.6.1]','[3.7.1]']",
        "{'in':['1']}",
        "[{'gte':'2'}]"
      })
  void keepsAnyValueToTheLastDigit(String value) {
    String params = "[{'param_id':'future','value':" + value + "}]";

    JsonNode body = RoundTrip.write(ConditionUpdate.of(condition(params)).build());

    assertThat(body).isEqualTo(body("Future", params.substring(1, params.length() - 1)));
    assertThat(body.toString())
        .contains(RoundTrip.write(condition(params)).at("/param_values/0/value").toString());
  }

  @Test
  void keepsTheTextOfNumbers() {
    ConditionUpdate update = ConditionUpdate.of(
            condition("[{'param_id':'a','value':7},{'param_id':'b','value':7.0}]"))
        .build();

    assertThat(RoundTrip.write(update).toString()).contains("\"value\":7}", "\"value\":7.0}");
  }

  @Test
  void keepsOtherParametersInTheirOrderWhenOneChanges() {
    ConditionUpdate update = ConditionUpdate.of(condition(
            "[{'param_id':'a','value':1},{'param_id':'b','value':2},{'param_id':'c','value':3}]"))
        .param("b", "x")
        .build();

    assertThat(RoundTrip.write(update))
        .isEqualTo(body(
            "Future",
            "{'param_id':'a','value':1},{'param_id':'b','value':'x'},"
                + "{'param_id':'c','value':3}"));
  }

  @Test
  void sendsTheEditableFieldsOfEverySampleOnly() {
    int custom = 0;
    for (JsonNode json : Fixtures.json("conditions/GET_conditions_200.json").path("data")) {
      if (json.path("is_custom").asBoolean()) {
        JsonNode body = RoundTrip.write(
            ConditionUpdate.of(RoundTrip.read(json, Condition.class)).build());
        assertThat(body)
            .isEqualTo(((ObjectNode) json.deepCopy())
                .retain("name", "condition_template_id", "param_values"));
        custom++;
      }
    }
    assertThat(custom).isGreaterThan(3);
  }

  @Test
  void refusesABuiltInOne() {
    for (String id : List.of("1", "3")) {
      Condition builtIn =
          condition("[]").toBuilder().id(ConditionId.of(id)).custom(false).build();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConditionUpdate.of(builtIn).build())
          .withMessageContaining("condition " + id)
          .withMessageContaining("built in");
    }
  }

  @Test
  void saysHowTheConditionWasAndWillBe() {
    Condition before = condition("[{'param_id':'a','value':1}]");

    ConditionUpdate update =
        ConditionUpdate.of(before).name("m").param("b", "x").build();

    assertThat(update.base()).isEqualTo(before);
    assertThat(update.changed().name()).hasValue("m");
    assertThat(update.changed().paramValues())
        .extracting(ParamValue::paramId)
        .containsExactly("a", "b");
    assertThat(update.changed().toBuilder()
            .name("n")
            .paramValues(before.paramValues())
            .build())
        .as("nothing else changes")
        .isEqualTo(before);
    assertThat(ConditionUpdate.of(before).build().changed()).isEqualTo(before);
  }
}
