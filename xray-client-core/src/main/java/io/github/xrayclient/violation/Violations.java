package io.github.xrayclient.violation;

/**
 * Reads violations; returned by {@code XrayClient.violations()}. Immutable and thread-safe. Later
 * versions may add methods, so mock this interface, but do not implement it.
 */
public interface Violations {
  /**
   * Returns this service for the violations of one project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  Violations inProject(String key);

  /**
   * Starts a listing: choose its first filter on the returned object. Nothing is sent before the
   * first violation is asked for.
   */
  ViolationScope list();
}
