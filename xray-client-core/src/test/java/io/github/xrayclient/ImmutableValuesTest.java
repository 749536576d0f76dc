package io.github.xrayclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.watch.Watch;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Values cannot be changed through the JSON that they give out. */
class ImmutableValuesTest {
  private static final String WATCH = "{'general_data':{'name':'w'},'x':{'y':[{'z':1}]},"
      + "'project_resources':{'resources':[{'type':'all-repos','filters':"
      + "[{'type':'property','value':{'key':'k','value':'v'}}]}]}}";

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static void cannotBeChanged(JsonNode node) {
    Class<UnsupportedOperationException> refused = UnsupportedOperationException.class;
    if (node.isObject()) {
      ObjectNode object = (ObjectNode) node;
      assertThatExceptionOfType(refused).isThrownBy(() -> object.put("new", 1));
      assertThatExceptionOfType(refused).isThrownBy(object::removeAll);
      assertThatExceptionOfType(refused)
          .isThrownBy(() -> object.remove(object.fieldNames().next()));
    }
    if (node.isArray()) {
      assertThatExceptionOfType(refused).isThrownBy(() -> ((ArrayNode) node).add(1));
      assertThatExceptionOfType(refused).isThrownBy(((ArrayNode) node)::removeAll);
    }
    node.forEach(ImmutableValuesTest::cannotBeChanged);
  }

  @Test
  void throughUnknownFieldsOrValuesOfAnyShape() {
    Watch watch = RoundTrip.read(json(WATCH), Watch.class);

    cannotBeChanged(watch.extras().get("x"));
    cannotBeChanged(watch.resources().get(0).filters().get(0).value().orElseThrow());

    assertThat(RoundTrip.write(watch)).isEqualTo(json(WATCH));
  }

  @Test
  void throughListsOfJson() {
    Violation violation = RoundTrip.read(
        json("{'properties':[{'a':[1]}],'ignore_rule_info':{'b':{'c':1}}}"), Violation.class);

    cannotBeChanged(violation.properties().get(0).extras().get("a"));
    cannotBeChanged(violation.ignoreRuleInfo().orElseThrow().extras().get("b"));
  }

  @Test
  void butADeepCopyCan() {
    Watch watch = RoundTrip.read(json(WATCH), Watch.class);

    ObjectNode copy = watch.extras().get("x").deepCopy();
    copy.putArray("y").add(2);

    assertThat(copy).isEqualTo(json("{'y':[2]}"));
    assertThat(watch.extras().get("x")).isEqualTo(json("{'y':[{'z':1}]}"));
  }

  @Nested
  class AKnownFieldAmongTheUnknownOnes {
    private final Rule rule =
        Rule.builder().name("r").putExtra("priority", IntNode.valueOf(3)).build();

    @Test
    void isNeverSent() {
      try (XrayClient xray = Clients.once("http://localhost:1")) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> xray.call("POST", "/x").body(List.of(rule)))
            .withMessageContaining("\"priority\"")
            .withMessageContaining("priority(..)");
      }
    }

    @Test
    void isNeverWrittenAsJson() {
      assertThatThrownBy(() -> XrayClient.jsonMapper().writeValueAsString(rule))
          .hasMessageContaining("set it by priority(..)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> XrayClient.jsonMapper().valueToTree(rule))
          .withMessageContaining("set it by priority(..)");
    }
  }
}
