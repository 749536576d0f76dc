/** The endpoints for ignore rules, with the checks of the server. */
@NullMarked
package io.github.xrayclient.testing.internal.ignorerule;

import org.jspecify.annotations.NullMarked;
