/**
 * The audit of Curation: which downloads were blocked or approved, and what dry-run policies would
 * have blocked. Start with {@link io.github.xrayclient.curation.audit.CurationAudit}.
 *
 * <pre>{@code
 * CurationAudit audit = Curation.of(xray).audit();
 * for (AuditEvent event : audit.list().last(Duration.ofDays(1)).action(AuditAction.BLOCKED)) {
 *   System.out.println(event.packageName() + " " + event.reason());
 * }
 * DryRunReport report = audit.wouldBlock(CurationPolicyId.of("11"), Duration.ofDays(30));
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.curation.audit;

import org.jspecify.annotations.NullMarked;
