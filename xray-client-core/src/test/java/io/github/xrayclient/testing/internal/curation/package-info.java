/** The endpoints of curation policies, conditions and waiver requests, and what they refuse. */
@NullMarked
package io.github.xrayclient.testing.internal.curation;

import org.jspecify.annotations.NullMarked;
