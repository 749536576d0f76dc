/** Reads and checks the settings of a client: URLs, environment variables, certificates. */
@NullMarked
package io.github.xrayclient.internal.settings;

import org.jspecify.annotations.NullMarked;
