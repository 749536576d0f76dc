package io.github.xrayclient.benchmark.plain;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A curation policy as a plain mutable bean. */
public final class PlainPolicy {
  private String id;
  private String createdBy;
  private String updatedBy;
  private String createdAt;
  private String updatedAt;
  private Boolean enabled;
  private String name;
  private String scope;
  private List<String> repoExclude;
  private List<String> repoInclude;
  private List<String> pkgTypesInclude;
  private List<String> groupInclude;
  private List<String> groupExclude;
  private String policyAction;
  private String conditionId;
  private PlainCondition condition;
  private List<PlainWaiver> waivers;
  private List<PlainLabelWaiver> labelWaivers;
  private List<String> notifyEmails;
  private String waiverRequestConfig;
  private List<String> decisionOwners;
  private Boolean blockFromCache;
  private Boolean shareWithFederation;
  private final Map<String, JsonNode> extras = new LinkedHashMap<>();

  public void setId(String id) {
    this.id = id;
  }

  public String getId() {
    return id;
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

  public void setEnabled(Boolean enabled) {
    this.enabled = enabled;
  }

  public void setName(String name) {
    this.name = name;
  }

  public void setScope(String scope) {
    this.scope = scope;
  }

  public void setRepoExclude(List<String> repoExclude) {
    this.repoExclude = repoExclude;
  }

  public void setRepoInclude(List<String> repoInclude) {
    this.repoInclude = repoInclude;
  }

  public void setPkgTypesInclude(List<String> pkgTypesInclude) {
    this.pkgTypesInclude = pkgTypesInclude;
  }

  public void setGroupInclude(List<String> groupInclude) {
    this.groupInclude = groupInclude;
  }

  public void setGroupExclude(List<String> groupExclude) {
    this.groupExclude = groupExclude;
  }

  public void setPolicyAction(String policyAction) {
    this.policyAction = policyAction;
  }

  public void setConditionId(String conditionId) {
    this.conditionId = conditionId;
  }

  public void setCondition(PlainCondition condition) {
    this.condition = condition;
  }

  public void setWaivers(List<PlainWaiver> waivers) {
    this.waivers = waivers;
  }

  public void setLabelWaivers(List<PlainLabelWaiver> labelWaivers) {
    this.labelWaivers = labelWaivers;
  }

  public void setNotifyEmails(List<String> notifyEmails) {
    this.notifyEmails = notifyEmails;
  }

  public void setWaiverRequestConfig(String waiverRequestConfig) {
    this.waiverRequestConfig = waiverRequestConfig;
  }

  public void setDecisionOwners(List<String> decisionOwners) {
    this.decisionOwners = decisionOwners;
  }

  public void setBlockFromCache(Boolean blockFromCache) {
    this.blockFromCache = blockFromCache;
  }

  public void setShareWithFederation(Boolean shareWithFederation) {
    this.shareWithFederation = shareWithFederation;
  }

  @JsonAnySetter
  public void setExtra(String name, JsonNode value) {
    extras.put(name, value);
  }
}
