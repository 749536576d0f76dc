/** Reads the violated policies in the messages of Curation. */
@NullMarked
package io.github.xrayclient.curation.internal.message;

import org.jspecify.annotations.NullMarked;
