/** The service that reads and writes watches. */
@NullMarked
package io.github.xrayclient.internal.watch;

import org.jspecify.annotations.NullMarked;
