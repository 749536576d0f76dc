/** The endpoint that tells whether Curation would allow a package. */
@NullMarked
package io.github.xrayclient.testing.internal.packagestatus;

import org.jspecify.annotations.NullMarked;
