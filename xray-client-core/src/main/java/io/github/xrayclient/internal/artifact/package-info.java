/** Asks Xray for what it knows of single artifacts. */
@NullMarked
package io.github.xrayclient.internal.artifact;

import org.jspecify.annotations.NullMarked;
