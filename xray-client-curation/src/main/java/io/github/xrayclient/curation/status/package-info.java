/**
 * Whether Curation would allow a package, before somebody installs it. Start with {@link
 * io.github.xrayclient.curation.status.Packages}, which {@code Curation.of(xray).packages()}
 * returns.
 *
 * <pre>{@code
 * PackageStatus status = Curation.of(xray).packages().status(PackageType.NPM, "lodash", "4.17.21");
 * if (status.verdict() == PackageVerdict.BLOCKED) {
 *   for (StatusPolicy policy : status.policies()) {
 *     System.out.println(policy.policyName().orElse("?") + ": " + policy.explanation().orElse(""));
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.curation.status;

import org.jspecify.annotations.NullMarked;
