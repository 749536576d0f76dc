package io.github.xrayclient.diagnostics.internal.migration.mapping;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a name in an object names, such as a repository or a group. Sorted by field. */
public enum NamePart {
  BINARY_MANAGERS("binaryManagers", "Artifactory instance"),
  BUILD_REPOSITORIES("buildRepositories", "build repository"),
  CONDITIONS("conditions", "condition"),
  GROUPS("groups", "group"),
  MAILS("mails", "mail address"),
  PROJECTS("projects", "project"),
  REPOSITORIES("repositories", "repository"),
  WEBHOOKS("webhooks", "webhook");

  private final String field;
  private final String singular;

  NamePart(String field, String singular) {
    this.field = field;
    this.singular = singular;
  }

  /** The part with this field in a file; empty if there is none. */
  static Optional<NamePart> ofField(String field) {
    return Arrays.stream(values()).filter(part -> part.field.equals(field)).findFirst();
  }

  /** The field of a mapping's file with the names of this part. */
  public String field() {
    return field;
  }

  /** One name of this part in words, as in {@code mail address}. */
  String singular() {
    return singular;
  }

  /** The fields of a mapping's file, for people. */
  static String fields() {
    return Arrays.stream(values()).map(NamePart::field).collect(Collectors.joining(", "));
  }
}
