/** Reads listings page by page. */
@NullMarked
package io.github.xrayclient.internal.paging;

import org.jspecify.annotations.NullMarked;
