/** Finds the messages of Xray and Curation, and reads them. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.refusal.words;

import org.jspecify.annotations.NullMarked;
