package io.github.xrayclient.curation.audit;

import java.nio.file.Path;

/**
 * An exported audit: a ZIP file that holds one CSV file. Equal to another one with the same values.
 * Immutable and thread-safe.
 */
public interface AuditCsv {
  /** The path of the ZIP file. */
  Path file();

  /**
   * The name of the CSV file in the ZIP file, for people and for the name of an extracted file. It
   * has no folders, and {@code _} in place of characters that have a meaning in paths, so it may
   * differ from the name of the entry: take the only entry of the ZIP file instead of searching for
   * this name.
   */
  String entryName();

  /**
   * Whether the file certainly holds every event. Servers export at most 500,000 events, and
   * JFrog's documentation does not say whether some servers export only one page. If this is false,
   * export a shorter span, or list the events.
   */
  boolean isComplete();
}
