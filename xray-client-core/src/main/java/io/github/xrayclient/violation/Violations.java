package io.github.xrayclient.violation;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayTransportException;
import java.util.Collection;

/**
 * Reads violations, and restores ignored ones; returned by {@code XrayClient.violations()}. To
 * ignore a violation, create an ignore rule for it by {@code XrayClient.ignoreRules()}. Immutable
 * and thread-safe. Later versions may add methods, so mock this interface, but do not implement it.
 */
public interface Violations {
  /**
   * Returns this service for the violations of one project. JFrog's documentation does not say
   * whether listings of ignored violations and {@link #restore} are limited to the project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  Violations inProject(String key);

  /**
   * Starts a listing: choose its first filter on the returned object. Nothing is sent before the
   * first violation is asked for.
   */
  ViolationScope list();

  /**
   * Returns a query for all violations that ignore rules cover, which can be filtered and sorted.
   * It sends nothing before the first violation is asked for. Needs Xray 3.11 or later and the role
   * Manage Watches.
   */
  IgnoredViolationQuery ignored();

  /**
   * Returns a query for the violations of a watch that ignore rules cover. It sends nothing before
   * the first violation is asked for. Needs Xray 3.11 or later and the role Manage Watches.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  IgnoredOfWatchQuery ignoredOfWatch(String name);

  /**
   * Restores violations that were ignored, so that they count again, with one request. Needs
   * Xray 3.16 or later and the role Manage Watches. JFrog's documentation does not say whether the
   * ignore rule remains, or whether the server restores some of the violations if it refuses
   * others.
   *
   * <p>If the answer is lost, the oldest 10,000 violations are searched. If all of these ids are
   * among them and none is ignored, this method returns. Otherwise, the exception is thrown, and it
   * is not known whether the server restored the violations.
   *
   * @param ids from 1 to 500 ids, which is the limit of servers by default; call this method
   *     several times for more violations
   * @throws IllegalArgumentException if there is no id, there are more than 500, or an id is blank
   * @throws XrayBadRequestException if the server refuses the ids
   * @throws XrayTransportException if the answer is lost and the violations may still be ignored
   * @see "JFrog REST APIs: Restore Ignored Violations"
   */
  void restore(Collection<ViolationId> ids);
}
