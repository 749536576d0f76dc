/** The service that reads and writes policies. */
@NullMarked
package io.github.xrayclient.internal.policy;

import org.jspecify.annotations.NullMarked;
