package io.github.xrayclient.curation.audit;

import java.nio.file.Path;

/**
 * An exported audit: a ZIP that holds one CSV file. Immutable and thread-safe; equal to another one
 * that says the same.
 */
public interface AuditCsv {
  /** The ZIP. */
  Path file();

  /**
   * The name of the CSV file in the ZIP, for people and for a file of your own: a single file name,
   * without the folders that the server may have written before it, and with {@code _} in place of
   * characters that have a meaning in paths. Take the only entry of the ZIP rather than look for
   * one of this name.
   */
  String entryName();

  /**
   * Whether every event is in it. A server exports 500,000 at most, and the documents leave open
   * whether some export a page only; where it may be so, this is false. Take a shorter span then, or
   * walk the events.
   */
  boolean isComplete();
}
