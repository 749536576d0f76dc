/** Helpers for this library's own tests; they are not published with the fake server. */
@NullMarked
package io.github.xrayclient.testsupport;

import org.jspecify.annotations.NullMarked;
