/** Finds messages of Xray and Curation in texts and logs, and reads them. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.refusal;

import org.jspecify.annotations.NullMarked;
