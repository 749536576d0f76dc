/** Classes that the services of Curation share for their calls. */
@NullMarked
package io.github.xrayclient.curation.internal.call;

import org.jspecify.annotations.NullMarked;
