/**
 * Conditions, the tests that curation policies apply to packages. Start with {@link
 * io.github.xrayclient.curation.condition.Conditions}, which lists built-in and custom conditions,
 * and creates, changes and deletes custom ones.
 *
 * <pre>{@code
 * Conditions conditions = Curation.of(xray).conditions();
 * Condition risky = conditions.create(ConditionDraft.cvssRange("CVSS 9 or above", 9, 10).build());
 * conditions.list().custom(true).forEach(condition -> System.out.println(condition.name()));
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.curation.condition;

import org.jspecify.annotations.NullMarked;
