/** How the audit is read and exported. */
@NullMarked
package io.github.xrayclient.curation.internal.audit;

import org.jspecify.annotations.NullMarked;
