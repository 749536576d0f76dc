/** Ignore rules: violations that do not count. */
@NullMarked
package io.github.xrayclient.ignorerule;

import org.jspecify.annotations.NullMarked;
