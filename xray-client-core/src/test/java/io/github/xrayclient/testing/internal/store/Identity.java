package io.github.xrayclient.testing.internal.store;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray;

/** Which members identify an object among those of its kind. */
public final class Identity {
  private final JsonPointer member;
  private final JsonPointer project;

  private Identity(String member, String project) {
    this.member = JsonPointer.compile(member);
    this.project = JsonPointer.compile(project);
  }

  /** Returns the identity of objects of this kind. */
  public static Identity forKind(FakeXray.Kind kind) {
    switch (kind) {
      case POLICIES:
        return at("/name", "/project_key");
      case WATCHES:
        return at("/general_data/name", "/general_data/project_key");
      case CURATION_POLICIES:
      case CONDITIONS:
      case IGNORE_RULES:
      case WAIVER_REQUESTS:
      case AUDIT_EVENTS:
      case PACKAGES:
        return at("/id");
      case CONDITION_TEMPLATES:
        return at("/condition_template_id");
      case REPOSITORIES:
        return at("/key");
      case STORED_FILES:
      case SCAN_STATUSES:
        return at("/path", "/repo");
      case XRAY_INTEGRATION:
        return at("/xrayEnabled");
      case GROUPS:
      case WEBHOOKS:
      case CATALOG_LABELS:
        return at("/name");
      case OIDC_INTEGRATIONS:
        return at("/name");
      case PROJECTS:
        return at("/project_key");
      case VIOLATIONS:
        return at("/violation_id");
      case INDEXED_REPOSITORIES:
        return at("/bin_mgr_id");
      case SCAN_CONFIGURATIONS:
        return at("/repo_name");
      default:
        throw new IllegalArgumentException("no identity for " + kind);
    }
  }

  /** Returns the identity by a name or an id at this JSON pointer. */
  private static Identity at(String member) {
    return new Identity(member, "");
  }

  /**
   * Returns the identity by a name or path, which is unique only within the project or repository.
   */
  private static Identity at(String member, String project) {
    return new Identity(member, project);
  }

  /** The name or id; empty if the object has none. */
  public String of(JsonNode object) {
    return Trees.text(object.at(member));
  }

  /** The project or repository that the object belongs to; empty for a global object. */
  public String projectOf(JsonNode object) {
    return Trees.text(object.at(project));
  }

  /** The name of the member, for messages. */
  @Override
  public String toString() {
    return member.toString().substring(1).replace('/', '.');
  }
}
