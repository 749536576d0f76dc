/** The content of objects, on a server and in the files of an export. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.migration.content;

import org.jspecify.annotations.NullMarked;
