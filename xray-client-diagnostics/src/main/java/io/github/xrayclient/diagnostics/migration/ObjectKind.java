package io.github.xrayclient.diagnostics.migration;

/** What is migrated, in the order in which one needs another. */
public enum ObjectKind {
  /** Custom conditions; the built-in ones are found by name and never written. */
  CONDITIONS("conditions", "condition"),
  CURATION_POLICIES("curation-policies", "curation policy"),
  POLICIES("policies", "policy"),
  WATCHES("watches", "watch"),
  /** Known by their filters and notes; they are created and deleted, but cannot be changed. */
  IGNORE_RULES("ignore-rules", "ignore rule");

  private final String directory;
  private final String words;

  ObjectKind(String directory, String words) {
    this.directory = directory;
    this.words = words;
  }

  /** The name of its directory in an export, as in {@code curation-policies}. */
  public String directory() {
    return directory;
  }

  /** One of it in words, as in {@code curation policy}. */
  @Override
  public String toString() {
    return words;
  }
}
