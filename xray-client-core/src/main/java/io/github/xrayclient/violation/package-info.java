/**
 * Violations of policies, which watches found. They can be listed, and restored if an ignore rule
 * covers them. Start with {@link io.github.xrayclient.violation.Violations}, and choose the first
 * filter.
 *
 * <pre>{@code
 * for (Violation violation : xray.violations().list().watch("libs").includeDetails()) {
 *   System.out.println(violation.issueId() + " " + violation.impactedArtifacts());
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.violation;

import org.jspecify.annotations.NullMarked;
