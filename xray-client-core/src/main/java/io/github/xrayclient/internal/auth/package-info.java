/** Credentials as the client uses them: how tokens are obtained, kept and renewed. */
@NullMarked
package io.github.xrayclient.internal.auth;

import org.jspecify.annotations.NullMarked;
