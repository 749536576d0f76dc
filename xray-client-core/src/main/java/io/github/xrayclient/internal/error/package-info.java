/** What the library does with its exceptions and callers cannot do. */
@NullMarked
package io.github.xrayclient.internal.error;

import org.jspecify.annotations.NullMarked;
