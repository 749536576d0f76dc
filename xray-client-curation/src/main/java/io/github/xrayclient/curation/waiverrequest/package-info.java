/** Requests for waivers: {@link io.github.xrayclient.curation.waiverrequest.WaiverRequests}. */
@NullMarked
package io.github.xrayclient.curation.waiverrequest;

import org.jspecify.annotations.NullMarked;
