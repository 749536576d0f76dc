package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.internal.call.Arguments;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/** Writes the parameters of the known templates as JSON, and checks them. */
final class ParamJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ParamJson() {}

  /** A list of one or more texts, none of which is blank. */
  static ArrayNode texts(String argument, Collection<String> texts) {
    ArrayNode list = NODES.arrayNode();
    Arguments.some(argument, Arguments.texts(argument, texts)).forEach(list::add);
    return list;
  }

  static ArrayNode numbers(double... values) {
    ArrayNode list = NODES.arrayNode();
    for (double value : values) {
      list.add(number(value));
    }
    return list;
  }

  /** The lowest accepted values, 0 to 10, of one or more checks of the OpenSSF scorecard. */
  static ArrayNode scorecardChecks(String argument, Map<String, Double> checks) {
    ArrayNode list = NODES.arrayNode();
    Arguments.some(argument, Objects.requireNonNull(checks, argument).entrySet())
        .forEach(check -> list.addObject()
            .put("checkName", Arguments.text(argument, check.getKey()))
            .set(
                "checkValue",
                score(
                    argument,
                    check.getKey(),
                    Objects.requireNonNull(
                        check.getValue(), argument + " must not contain null"))));
    return list;
  }

  private static JsonNode score(String argument, String check, double value) {
    if (!(0 <= value && value <= 10)) { // also refuses NaN
      throw new IllegalArgumentException(
          argument + ": the value of " + check + " must be between 0 and 10, but was " + value);
    }
    return value == Math.rint(value) ? NODES.numberNode((int) value) : number(value);
  }

  private static JsonNode number(double value) {
    return DecimalNode.valueOf(BigDecimal.valueOf(value));
  }
}
