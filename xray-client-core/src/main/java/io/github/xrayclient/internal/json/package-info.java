/** Reads answers: from JSON to values and pages, and from errors of Jackson to plain words. */
@NullMarked
package io.github.xrayclient.internal.json;

import org.jspecify.annotations.NullMarked;
