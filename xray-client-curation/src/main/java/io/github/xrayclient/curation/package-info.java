/** Curation policies, their conditions and waivers: {@link io.github.xrayclient.curation.Curation}. */
@NullMarked
package io.github.xrayclient.curation;

import org.jspecify.annotations.NullMarked;
