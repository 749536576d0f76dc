/**
 * Writes objects safely: tables of fields, edits that detect changes by others, checks after a lost
 * answer, and comparisons of two objects.
 */
@NullMarked
package io.github.xrayclient.internal.write;

import org.jspecify.annotations.NullMarked;
