/** The service that reads the state and version of Xray. */
@NullMarked
package io.github.xrayclient.internal.system;

import org.jspecify.annotations.NullMarked;
