/**
 * Reads listings page by page: which page to request next, which elements are new, and when a
 * listing is complete.
 */
@NullMarked
package io.github.xrayclient.internal.paging;

import org.jspecify.annotations.NullMarked;
