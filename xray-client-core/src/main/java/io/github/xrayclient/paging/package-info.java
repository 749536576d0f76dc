/**
 * Listings that come in pages. All of them have the same words: filters of their subject, {@code
 * orderBy}, {@code direction}, {@code pageSize}, {@code offset} and {@code page}. Begin with {@link
 * io.github.xrayclient.paging.Paged}.
 *
 * <pre>{@code
 * IgnoreRuleQuery rules = xray.ignoreRules().list().watch("libs").direction(Direction.DESCENDING);
 * for (IgnoreRule rule : rules) {
 *   System.out.println(rule.id());
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.paging;

import org.jspecify.annotations.NullMarked;
