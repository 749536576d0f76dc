/**
 * Waiver requests, by which users ask for the exemption of a package from curation policies. Start
 * with {@link io.github.xrayclient.curation.waiverrequest.WaiverRequests}.
 *
 * <pre>{@code
 * WaiverRequests requests = Curation.of(xray).waiverRequests();
 * WaiverRequestDraft draft = WaiverRequestDraft.of(PackageType.NPM, "left-pad", "1.3.0")
 *     .repositoryKey("npm-remote").reason("needed by the shop").build();
 * CreatedWaiverRequest created = requests.create(draft);
 * created.id().ifPresent(id -> requests.approve(id, "reviewed by the security team", 30));
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.curation.waiverrequest;

import org.jspecify.annotations.NullMarked;
