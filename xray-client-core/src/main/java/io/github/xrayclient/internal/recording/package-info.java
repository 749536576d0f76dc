/** Turns exchanges into the files of a recording, without secrets and, if asked for, without names. */
@NullMarked
package io.github.xrayclient.internal.recording;

import org.jspecify.annotations.NullMarked;
