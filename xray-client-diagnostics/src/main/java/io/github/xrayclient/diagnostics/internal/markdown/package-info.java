/** Text from servers in Markdown. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.markdown;

import org.jspecify.annotations.NullMarked;
