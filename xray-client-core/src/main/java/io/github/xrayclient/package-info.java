/** The client: {@link io.github.xrayclient.XrayClient}. */
@NullMarked
package io.github.xrayclient;

import org.jspecify.annotations.NullMarked;
