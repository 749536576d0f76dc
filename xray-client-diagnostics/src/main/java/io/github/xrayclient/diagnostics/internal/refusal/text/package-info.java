/** Prepares texts and logs for searching: takes off what tools put around a message. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.refusal.text;

import org.jspecify.annotations.NullMarked;
