package io.github.xrayclient.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.XrayClient;
import org.junit.jupiter.api.Test;

class ChangedFieldTest {
  private static final TextNode VALUE = TextNode.valueOf("v");

  @Test
  void takesANullAsNotSet() {
    ChangedField change = new ChangedField("name", NullNode.getInstance(), VALUE);

    assertThat(change.from()).isEmpty();
    assertThat(change).isEqualTo(new ChangedField("name", null, VALUE));
    assertThat(change).isNotEqualTo(new ChangedField("name", VALUE, null));
    assertThat(change).hasToString("name: not set → v");
  }

  @Test
  void isJsonWithANullForWhatIsNotSet() {
    assertThat((Object) XrayClient.jsonMapper().valueToTree(new ChangedField("name", null, VALUE)))
        .hasToString("{\"field\":\"name\",\"from\":null,\"to\":\"v\"}");
  }

  @Test
  void saysWhichElementCameOrWent() {
    assertThat(new ChangedField("repos[v]", null, VALUE)).hasToString("repos[v]: added");
    assertThat(new ChangedField("repos[v]", VALUE, null)).hasToString("repos[v]: removed");
    ObjectNode rule = JsonNodeFactory.instance.objectNode().put("priority", 1);
    assertThat(new ChangedField("rules[r]", null, rule))
        .hasToString("rules[r]: added {\"priority\":1}");
    assertThat(new ChangedField("rules[r]", rule, null))
        .hasToString("rules[r]: removed {\"priority\":1}");
  }

  @Test
  void isOneLineWhateverTheServerSent() {
    assertThat(new ChangedField("name", null, TextNode.valueOf("a\nb\u001b[0m")))
        .hasToString("name: not set → a\\nb\\u001b[0m");
  }
}
