package io.github.xrayclient.benchmark.plain;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A package waiver, as a plain mutable bean. */
public final class PlainWaiver {
  private String id;
  private String pkgType;
  private String pkgName;
  private Boolean allVersions;
  private List<String> pkgVersions;
  private String justification;
  private String createdBy;
  private String createdAt;
  private final Map<String, JsonNode> extras = new LinkedHashMap<>();

  public void setId(String id) {
    this.id = id;
  }

  public void setPkgType(String pkgType) {
    this.pkgType = pkgType;
  }

  public void setPkgName(String pkgName) {
    this.pkgName = pkgName;
  }

  public void setAllVersions(Boolean allVersions) {
    this.allVersions = allVersions;
  }

  public void setPkgVersions(List<String> pkgVersions) {
    this.pkgVersions = pkgVersions;
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
