/** The endpoints of policies and of their assignment to watches, and what they refuse. */
@NullMarked
package io.github.xrayclient.testing.internal.policy;

import org.jspecify.annotations.NullMarked;
