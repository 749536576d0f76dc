/** What the fake server keeps: objects as JSON trees, their identities, and its clock. */
@NullMarked
package io.github.xrayclient.testing.internal.store;

import org.jspecify.annotations.NullMarked;
