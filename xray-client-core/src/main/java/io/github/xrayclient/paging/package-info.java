/** Listings that come in pages. */
@NullMarked
package io.github.xrayclient.paging;

import org.jspecify.annotations.NullMarked;
