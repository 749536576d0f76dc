/** Asks for the state and the version of Xray. */
@NullMarked
package io.github.xrayclient.internal.system;

import org.jspecify.annotations.NullMarked;
