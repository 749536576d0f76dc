/** Credentials. */
@NullMarked
package io.github.xrayclient.auth;

import org.jspecify.annotations.NullMarked;
