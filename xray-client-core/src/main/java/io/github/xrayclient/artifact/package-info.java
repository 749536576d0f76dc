/** What Xray knows of single artifacts. */
@NullMarked
package io.github.xrayclient.artifact;

import org.jspecify.annotations.NullMarked;
