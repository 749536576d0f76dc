/** Checks what a client is configured with: addresses, environment variables, certificates. */
@NullMarked
package io.github.xrayclient.internal.settings;

import org.jspecify.annotations.NullMarked;
