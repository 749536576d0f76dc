/**
 * Listings that the server returns in pages. {@link io.github.xrayclient.paging.Paged} reads all
 * elements and fetches the pages when they are needed. {@link
 * io.github.xrayclient.paging.PagedQuery} adds the order, the page size and where to begin; each
 * subject adds its own filters.
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
