/** The endpoints of ignore rules, their filters, and what they refuse. */
@NullMarked
package io.github.xrayclient.testing.internal.ignorerule;

import org.jspecify.annotations.NullMarked;
