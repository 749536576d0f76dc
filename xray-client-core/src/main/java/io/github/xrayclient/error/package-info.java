/** What can go wrong, as unchecked exceptions under {@link io.github.xrayclient.error.XrayException}. */
@NullMarked
package io.github.xrayclient.error;

import org.jspecify.annotations.NullMarked;
