package io.github.xrayclient.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.error.XrayDecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A sample in which one flag, number or text is a value of another JSON type. */
public final class WrongTypes {
  private static final List<JsonNode> VALUES = List.of(
      Fixtures.parse("7"),
      Fixtures.parse("0"),
      Fixtures.parse("1.5"),
      Fixtures.parse("\"~other\""),
      Fixtures.parse("\"7\""),
      Fixtures.parse("true"),
      Fixtures.parse("{\"x\":1}"),
      Fixtures.parse("[1]"));

  private final JsonNode sample;
  private final JsonPointer place;
  private final JsonNode value;

  private WrongTypes(JsonNode sample, JsonPointer place, JsonNode value) {
    this.sample = sample;
    this.place = place;
    this.value = value;
  }

  /** Every value of another type in every place of a sample that holds a flag, number or text. */
  public static List<WrongTypes> of(JsonNode sample) {
    List<JsonPointer> places = new ArrayList<>();
    collect(sample, JsonPointer.empty(), places);
    List<WrongTypes> all = new ArrayList<>();
    for (JsonPointer place : places) {
      for (JsonNode value : VALUES) {
        if (value.getNodeType() != sample.at(place).getNodeType()) {
          all.add(new WrongTypes(sample, place, value));
        }
      }
    }
    return all;
  }

  /**
   * Either the error names the place, or the value is kept as received, be it as a text.
   *
   * @param read gives what is read of an answer that holds this JSON
   * @param prefix the path of the sample in the answer
   */
  public void check(Function<JsonNode, Object> read, String prefix) {
    Object found;
    try {
      found = read.apply(spoiled());
    } catch (XrayDecodeException e) {
      assertThat(e.jsonPath()).as("%s", this).isEqualTo(prefix + path());
      assertThat(e).hasMessageContaining("the value is not ");
      return;
    }
    JsonNode kept = RoundTrip.write(found).at(place);
    assertThat(value.isValueNode() ? kept.asText() : kept.toString())
        .as("%s", this)
        .isEqualTo(value.isValueNode() ? value.asText() : value.toString());
  }

  @Override
  public String toString() {
    return value + " at $" + path() + " of " + sample;
  }

  private JsonNode spoiled() {
    JsonNode copy = sample.deepCopy();
    JsonNode owner = copy.at(place.head());
    if (owner.isArray()) {
      ((ArrayNode) owner).set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) owner).set(place.last().getMatchingProperty(), value);
    }
    return copy;
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    JsonNode owner = sample;
    for (JsonPointer step = place; !step.matches(); step = step.tail()) {
      path.append(
          owner.isArray() ? "[" + step.getMatchingIndex() + "]" : "." + step.getMatchingProperty());
      owner = owner.isArray()
          ? owner.path(step.getMatchingIndex())
          : owner.path(step.getMatchingProperty());
    }
    return path.toString();
  }

  private static void collect(JsonNode node, JsonPointer place, List<JsonPointer> places) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), place.appendIndex(i), places);
      }
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              member -> collect(member.getValue(), place.appendProperty(member.getKey()), places));
    } else if (!node.isNull()) {
      places.add(place);
    }
  }
}
