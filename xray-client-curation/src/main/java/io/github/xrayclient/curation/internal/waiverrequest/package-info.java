/** How waiver requests are listed. */
@NullMarked
package io.github.xrayclient.curation.internal.waiverrequest;

import org.jspecify.annotations.NullMarked;
