/**
 * Xray policies: what their rules match, and what the server does then. Start with
 * {@link io.github.xrayclient.policy.Policies}, which reads and writes them, and with
 * {@link io.github.xrayclient.policy.PolicyDraft} for a new one.
 *
 * <pre>{@code
 * Criteria criteria = Criteria.builder().minSeverity(Severity.HIGH).build();
 * Actions actions =
 *     Actions.builder().blockDownload(BlockDownload.builder().active(true).build()).build();
 * Rule rule = Rule.named("block high").priority(1).criteria(criteria).actions(actions).build();
 * xray.policies().create(PolicyDraft.named("no high", PolicyType.SECURITY).addRule(rule).build());
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.policy;

import org.jspecify.annotations.NullMarked;
