/** Reads JSON into values and pages, and describes errors of Jackson in plain words. */
@NullMarked
package io.github.xrayclient.internal.json;

import org.jspecify.annotations.NullMarked;
