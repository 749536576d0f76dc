/** What is asked of the server about a refused download, and what the answers say. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.evidence;

import org.jspecify.annotations.NullMarked;
