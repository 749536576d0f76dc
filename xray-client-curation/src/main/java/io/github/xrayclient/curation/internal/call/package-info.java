/** What the calls of all of Curation's services have in common. */
@NullMarked
package io.github.xrayclient.curation.internal.call;

import org.jspecify.annotations.NullMarked;
