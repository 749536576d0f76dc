package io.github.xrayclient.internal.write;

import java.util.Set;

/** Names of fields that servers set by themselves and refuse, or ignore, in a body. */
public final class ServerSetFields {
  /** Never in a body, not even where this version of the library does not know them. */
  public static final Set<String> NAMES = Set.of(
      "id",
      "created_by",
      "updated_by",
      "created_at",
      "updated_at",
      "condition",
      "author",
      "created",
      "modified",
      "watches",
      "project_key");

  private ServerSetFields() {}
}
