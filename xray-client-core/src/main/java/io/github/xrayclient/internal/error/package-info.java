/**
 * Gives the other packages of the library access to the package-private parts of its exceptions.
 */
@NullMarked
package io.github.xrayclient.internal.error;

import org.jspecify.annotations.NullMarked;
