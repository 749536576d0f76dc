/** Writes safely: fields that may be sent, edits that detect changes, and a look after lost answers. */
@NullMarked
package io.github.xrayclient.internal.write;

import org.jspecify.annotations.NullMarked;
