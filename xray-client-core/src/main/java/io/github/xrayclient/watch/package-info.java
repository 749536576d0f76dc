/** Watches: which resources are watched with which policies. */
@NullMarked
package io.github.xrayclient.watch;

import org.jspecify.annotations.NullMarked;
