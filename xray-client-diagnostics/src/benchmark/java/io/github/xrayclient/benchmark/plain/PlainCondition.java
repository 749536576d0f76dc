package io.github.xrayclient.benchmark.plain;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A copy of a condition in a curation policy, as a plain mutable bean. */
public final class PlainCondition {
  private String id;
  private String conditionTemplateId;
  private String name;
  private Boolean isCustom;
  private String createdBy;
  private String updatedBy;
  private String createdAt;
  private String updatedAt;
  private String riskType;
  private List<String> supportedPkgTypes;
  private List<PlainParam> paramValues;
  private Boolean onDemand;
  private final Map<String, JsonNode> extras = new LinkedHashMap<>();

  public void setId(String id) {
    this.id = id;
  }

  public void setConditionTemplateId(String conditionTemplateId) {
    this.conditionTemplateId = conditionTemplateId;
  }

  public void setName(String name) {
    this.name = name;
  }

  public void setIsCustom(Boolean isCustom) {
    this.isCustom = isCustom;
  }

  public void setCreatedBy(String createdBy) {
    this.createdBy = createdBy;
  }

  public void setUpdatedBy(String updatedBy) {
    this.updatedBy = updatedBy;
  }

  public void setCreatedAt(String createdAt) {
    this.createdAt = createdAt;
  }

  public void setUpdatedAt(String updatedAt) {
    this.updatedAt = updatedAt;
  }

  public void setRiskType(String riskType) {
    this.riskType = riskType;
  }

  public void setSupportedPkgTypes(List<String> supportedPkgTypes) {
    this.supportedPkgTypes = supportedPkgTypes;
  }

  public void setParamValues(List<PlainParam> paramValues) {
    this.paramValues = paramValues;
  }

  public void setOnDemand(Boolean onDemand) {
    this.onDemand = onDemand;
  }

  @JsonAnySetter
  public void setExtra(String name, JsonNode value) {
    extras.put(name, value);
  }
}
