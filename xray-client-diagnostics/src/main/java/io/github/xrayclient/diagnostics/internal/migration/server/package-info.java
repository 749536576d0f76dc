/** The objects of a server as a migration reads them. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.migration.server;

import org.jspecify.annotations.NullMarked;
