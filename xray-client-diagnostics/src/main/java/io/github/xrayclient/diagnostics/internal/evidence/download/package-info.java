/** Requests refused downloads again, to learn the server's own words. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.evidence.download;

import org.jspecify.annotations.NullMarked;
