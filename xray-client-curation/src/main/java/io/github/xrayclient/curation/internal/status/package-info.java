/** The service that asks Curation about packages. */
@NullMarked
package io.github.xrayclient.curation.internal.status;

import org.jspecify.annotations.NullMarked;
