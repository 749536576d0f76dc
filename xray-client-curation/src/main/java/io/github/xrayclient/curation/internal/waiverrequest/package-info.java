/** The service that reads, creates and decides waiver requests. */
@NullMarked
package io.github.xrayclient.curation.internal.waiverrequest;

import org.jspecify.annotations.NullMarked;
