package io.github.xrayclient.diagnostics.migration;

/** The kinds of objects that are migrated, in the order in which a plan creates them. */
public enum ObjectKind {
  /** Custom conditions of curation policies. Built-in conditions are only looked up by name. */
  CONDITIONS("conditions", "condition"),
  /** Curation policies with their waivers. */
  CURATION_POLICIES("curation-policies", "curation policy"),
  /** Xray policies, which watches apply. */
  POLICIES("policies", "policy"),
  /** Watches with their resources and the names of their policies. */
  WATCHES("watches", "watch"),
  /**
   * Ignore rules. Servers give them no names, so they are matched by their notes and filters. They
   * cannot be updated: a plan creates a new rule and deletes the old one.
   */
  IGNORE_RULES("ignore-rules", "ignore rule");

  private final String directory;
  private final String words;

  ObjectKind(String directory, String words) {
    this.directory = directory;
    this.words = words;
  }

  /** The name of the directory for this kind in an export, as in {@code curation-policies}. */
  public String directory() {
    return directory;
  }

  /** One object of this kind in words, as in {@code curation policy}. */
  @Override
  public String toString() {
    return words;
  }
}
