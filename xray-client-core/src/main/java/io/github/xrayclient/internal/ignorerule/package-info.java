/** How ignore rules are listed. */
@NullMarked
package io.github.xrayclient.internal.ignorerule;

import org.jspecify.annotations.NullMarked;
