/** The storage of the fake server: objects as JSON trees, their identities, and the clock. */
@NullMarked
package io.github.xrayclient.testing.internal.store;

import org.jspecify.annotations.NullMarked;
