/** What the services of Curation have in common; not for callers. */
@NullMarked
package io.github.xrayclient.curation.internal;

import org.jspecify.annotations.NullMarked;
