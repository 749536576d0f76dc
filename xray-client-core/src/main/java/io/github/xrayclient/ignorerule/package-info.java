/**
 * Ignore rules, which make the server ignore certain violations, so that they no longer block
 * downloads. Start with {@link io.github.xrayclient.ignorerule.IgnoreRules}, which reads, creates
 * and deletes them.
 *
 * <pre>{@code
 * IgnoreFilters filters =
 *     IgnoreFilters.builder().addCve("CVE-2021-44228").addWatch("libs").build();
 * IgnoreRuleDraft draft = IgnoreRuleDraft.of(filters, "not reachable in our code")
 *     .expiresAt(Instant.now().plus(Duration.ofDays(30))).build();
 * IgnoreRule rule = xray.ignoreRules().create(draft);
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.ignorerule;

import org.jspecify.annotations.NullMarked;
