/**
 * The endpoints for policies and for their assignment to watches, with the checks of the server.
 */
@NullMarked
package io.github.xrayclient.testing.internal.policy;

import org.jspecify.annotations.NullMarked;
