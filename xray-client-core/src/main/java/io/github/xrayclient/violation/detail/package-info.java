/**
 * What a violation has in detail: its CVEs, the results of research and of contextual analysis, the
 * operational risk, the finding behind an exposure, and the ignore rule that covers it. Start with
 * {@link io.github.xrayclient.violation.Violation}, which has these values.
 *
 * <pre>{@code
 * for (Violation violation : xray.violations().list().watch("libs").includeDetails()) {
 *   for (ApplicabilityDetails analysis : violation.applicabilityDetails()) {
 *     System.out.println(analysis.vulnerabilityId() + " is " + analysis.result());
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.violation.detail;

import org.jspecify.annotations.NullMarked;
