/**
 * Curation policies and their waivers: a curation policy checks packages before they enter the
 * platform. Start with {@link io.github.xrayclient.curation.Curation}, which gives access to all
 * services of Curation.
 *
 * <pre>{@code
 * CurationPolicies policies = Curation.of(xray).policies();
 * for (CurationPolicy policy : policies.list().enabled(true).action(PolicyAction.BLOCK)) {
 *   System.out.println(policy.id() + " " + policy.name());
 * }
 * NewPackageWaiver waiver =
 *     NewPackageWaiver.allVersions(PackageType.NPM, "left-pad", "reviewed by the security team");
 * policies.edit(CurationPolicyId.of("11"), update -> update.addWaiver(waiver));
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.curation;

import org.jspecify.annotations.NullMarked;
