/** The service that reads and writes conditions. */
@NullMarked
package io.github.xrayclient.curation.internal.condition;

import org.jspecify.annotations.NullMarked;
