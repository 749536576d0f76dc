/** Open values and results that all services share. */
@NullMarked
package io.github.xrayclient.value;

import org.jspecify.annotations.NullMarked;
