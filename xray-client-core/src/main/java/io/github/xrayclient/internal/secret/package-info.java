/**
 * Finds credentials in texts from outside and hides them. It uses no other package of the library.
 */
@NullMarked
package io.github.xrayclient.internal.secret;

import org.jspecify.annotations.NullMarked;
