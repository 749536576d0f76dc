/** Which fields a waiver has, and who sets them. */
@NullMarked
package io.github.xrayclient.curation.internal.waiver;

import org.jspecify.annotations.NullMarked;
