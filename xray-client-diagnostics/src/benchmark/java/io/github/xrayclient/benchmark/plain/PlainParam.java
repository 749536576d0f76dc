package io.github.xrayclient.benchmark.plain;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A parameter of a condition, as a plain mutable bean. */
public final class PlainParam {
  private String paramId;
  private JsonNode value;
  private final Map<String, JsonNode> extras = new LinkedHashMap<>();

  public void setParamId(String paramId) {
    this.paramId = paramId;
  }

  public void setValue(JsonNode value) {
    this.value = value;
  }

  @JsonAnySetter
  public void setExtra(String name, JsonNode value) {
    extras.put(name, value);
  }
}
