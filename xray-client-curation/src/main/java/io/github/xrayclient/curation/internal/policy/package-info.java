/** How curation policies are listed. */
@NullMarked
package io.github.xrayclient.curation.internal.policy;

import org.jspecify.annotations.NullMarked;
