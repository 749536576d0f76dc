/** What the names of files may be on other systems. It uses no other package of the library. */
@NullMarked
package io.github.xrayclient.internal.file;

import org.jspecify.annotations.NullMarked;
