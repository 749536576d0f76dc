/** The exchange of id tokens for access tokens. */
@NullMarked
package io.github.xrayclient.testing.internal.oidc;

import org.jspecify.annotations.NullMarked;
