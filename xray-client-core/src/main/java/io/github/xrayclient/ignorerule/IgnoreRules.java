package io.github.xrayclient.ignorerule;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.value.IgnoreRuleId;
import java.util.Optional;

/**
 * Reads, creates and deletes ignore rules; returned by {@code XrayClient.ignoreRules()}. Servers
 * offer no way to change a rule. Needs Xray 3.11 or later and the role Manage Watches. Immutable
 * and thread-safe. Later versions may add methods, so mock this interface, but do not implement it.
 */
public interface IgnoreRules {
  /**
   * Returns this service for the ignore rules of one project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  IgnoreRules inProject(String key);

  /**
   * Returns a query for all ignore rules, which can be filtered and sorted. It sends nothing before
   * the first rule is asked for.
   */
  IgnoreRuleQuery list();

  /**
   * Reads the ignore rule of this id with one request.
   *
   * @throws XrayNotFoundException if no rule has this id, or the rule was deleted
   * @see "JFrog REST APIs: Get Ignore Rule"
   */
  IgnoreRule get(IgnoreRuleId id);

  /**
   * Reads the ignore rule of this id with one request; empty if no rule has this id, or the rule
   * was deleted.
   */
  Optional<IgnoreRule> find(IgnoreRuleId id);

  /**
   * Finds a rule that is in force and has exactly these filters, in any order of their values, so
   * that another rule with them would change nothing. Sends one GET for each page of the rules; if
   * the filters name a watch, only for those of this watch.
   */
  Optional<IgnoreRule> findInForce(IgnoreFilters filters);

  /**
   * Creates an ignore rule and reads it back: one POST and one GET. The rule takes effect at later
   * scans. {@link io.github.xrayclient.watch.Watches#applyToExisting} applies it to earlier ones. A
   * rule of a project covers only violations in that project, as if its filters named the project.
   *
   * <p>The POST is never repeated. If its answer is lost, the library looks for the rule among the
   * 100 newest ones, by its filters, notes and expiry, and returns it if it is there.
   *
   * @return the rule as the server stored it
   * @throws IllegalArgumentException if the expiry of the draft is not in the future, or if a build
   *     has no project and this service is that of a project; nothing was sent
   * @throws XrayBadRequestException if the server refuses a filter, or an expiry in the past
   * @throws XrayReadBackException if the rule was created, but could not be read back; the message
   *     contains its id if the server's answer contained it
   * @see "JFrog REST APIs: Create Ignore Rule"
   */
  IgnoreRule create(IgnoreRuleDraft draft);

  /**
   * Deletes an ignore rule. The server then restores the violations that the rule covered; this
   * happens in the background.
   *
   * @throws XrayNotFoundException if no rule has this id
   * @see "JFrog REST APIs: Delete Ignore Rule"
   */
  void delete(IgnoreRuleId id);
}
