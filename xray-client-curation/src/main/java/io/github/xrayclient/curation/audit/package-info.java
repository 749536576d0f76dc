/** What Curation has seen and decided: {@link io.github.xrayclient.curation.audit.CurationAudit}. */
@NullMarked
package io.github.xrayclient.curation.audit;

import org.jspecify.annotations.NullMarked;
