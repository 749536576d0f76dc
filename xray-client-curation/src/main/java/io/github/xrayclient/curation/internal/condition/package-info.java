/** How conditions are listed. */
@NullMarked
package io.github.xrayclient.curation.internal.condition;

import org.jspecify.annotations.NullMarked;
