/** Reads what Curation knows about refused packages: policies, waivers, audit and status. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.evidence.curation;

import org.jspecify.annotations.NullMarked;
