package io.github.xrayclient.benchmark.plain;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A label waiver, as a plain mutable bean. */
public final class PlainLabelWaiver {
  private String id;
  private String label;
  private String justification;
  private String createdBy;
  private String createdAt;
  private final Map<String, JsonNode> extras = new LinkedHashMap<>();

  public void setId(String id) {
    this.id = id;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public void setJustification(String justification) {
    this.justification = justification;
  }

  public void setCreatedBy(String createdBy) {
    this.createdBy = createdBy;
  }

  public void setCreatedAt(String createdAt) {
    this.createdAt = createdAt;
  }

  @JsonAnySetter
  public void setExtra(String name, JsonNode value) {
    extras.put(name, value);
  }
}
