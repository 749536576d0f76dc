/** The service that reads violations. */
@NullMarked
package io.github.xrayclient.internal.violation;

import org.jspecify.annotations.NullMarked;
