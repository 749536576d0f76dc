package io.github.xrayclient.ignorerule;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import java.util.Optional;

/**
 * Reads, creates and deletes ignore rules, which cannot be changed. {@code XrayClient.ignoreRules()}
 * returns it. Immutable and thread-safe. Later versions may add methods, so mock this interface, but
 * do not implement it.
 */
public interface IgnoreRules {
  /**
   * This service for one project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  IgnoreRules inProject(String key);

  /** All ignore rules, to filter and walk. */
  IgnoreRuleQuery list();

  /**
   * One ignore rule.
   *
   * @throws XrayNotFoundException if there is none of this id, or it was deleted
   * @see "JFrog REST APIs: Get Ignore Rule"
   */
  IgnoreRule get(IgnoreRuleId id);

  /** One ignore rule, or nothing if there is none of this id or it was deleted. */
  Optional<IgnoreRule> find(IgnoreRuleId id);

  /**
   * Creates an ignore rule and reads it. It acts on later scans, and lifts blocks when violations
   * are looked at again.
   *
   * @throws XrayBadRequestException if the server refuses a filter
   * @throws XrayReadBackException if it was created, but cannot be read back; the message names its
   *     id, unless the server's answer does not name it
   * @see "JFrog REST APIs: Create Ignore Rule"
   */
  IgnoreRule create(IgnoreRuleDraft draft);

  /**
   * Deletes an ignore rule.
   *
   * @throws XrayNotFoundException if there is none of this id
   * @see "JFrog REST APIs: Delete Ignore Rule"
   */
  void delete(IgnoreRuleId id);
}
