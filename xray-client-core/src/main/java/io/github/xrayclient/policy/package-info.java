/** Xray policies: rules, what they match and what they do. */
@NullMarked
package io.github.xrayclient.policy;

import org.jspecify.annotations.NullMarked;
