package io.github.xrayclient.violation;

/**
 * Reads violations. {@code XrayClient.violations()} returns it. Immutable and thread-safe. Later
 * versions may add methods, so mock this interface, but do not implement it.
 */
public interface Violations {
  /**
   * This service for one project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  Violations inProject(String key);

  /** The violations of a watch, of artifacts or of a time, to filter and walk. */
  ViolationScope list();
}
