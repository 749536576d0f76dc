/** The names that parts of objects have on another server. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.migration.mapping;

import org.jspecify.annotations.NullMarked;
