/** Whether Xray is up, and which version it is. */
@NullMarked
package io.github.xrayclient.system;

import org.jspecify.annotations.NullMarked;
