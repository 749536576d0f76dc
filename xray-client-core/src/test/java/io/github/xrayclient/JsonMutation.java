package io.github.xrayclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testsupport.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils JSON at random places in random ways, the same for the same random numbers. */
public final class JsonMutation {
  private static final List<String> VALUES = List.of(
      "null",
      "\"~unknown\"",
      "\"\"",
      "1",
      "-1.50",
      "true",
      "false",
      "[]",
      "{}",
      "[\"~unknown\",null,[1]]",
      "[{\"x_deep\":null}]",
      "{\"x_deep\":[1,{\"x_deeper\":1.0}]}");

  private final Random random;
  private final List<Runnable> ways = new ArrayList<>();

  private JsonMutation(Random random) {
    this.random = random;
  }

  /** A copy with so many changes. */
  public static JsonNode of(JsonNode json, int changes, Random random) {
    JsonNode copy = json.deepCopy();
    for (int i = 0; i < changes; i++) {
      JsonMutation mutation = new JsonMutation(random);
      mutation.collect(copy);
      if (!mutation.ways.isEmpty()) {
        mutation.ways.get(random.nextInt(mutation.ways.size())).run();
      }
    }
    return copy;
  }

  private void collect(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = (ObjectNode) node;
      ways.add(() -> object.set("x_" + random.nextInt(3), value()));
      object.fieldNames().forEachRemaining(name -> {
        ways.add(() -> object.remove(name));
        ways.add(() -> object.putNull(name));
        ways.add(() -> object.set(name, value()));
        ways.add(() -> object.set(name, object.remove(name))); // comes last
        collect(object.get(name));
      });
    } else if (node.isArray()) {
      ArrayNode array = (ArrayNode) node;
      ways.add(() -> array.add(value()));
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        ways.add(() -> array.set(index, value()));
        ways.add(() -> array.remove(index));
        collect(array.get(i));
      }
    }
  }

  private JsonNode value() {
    return Fixtures.parse(VALUES.get(random.nextInt(VALUES.size())));
  }
}
