/** The words that policies, waiver requests and the audit of Curation share: ids and open values. */
@NullMarked
package io.github.xrayclient.curation.value;

import org.jspecify.annotations.NullMarked;
