/** Exceptions about wrong arguments and settings that tell what can be done about them. */
@NullMarked
package io.github.xrayclient.internal.remedy;

import org.jspecify.annotations.NullMarked;
