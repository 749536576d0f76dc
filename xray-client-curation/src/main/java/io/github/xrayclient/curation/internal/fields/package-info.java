/** What is known of the JSON fields of each kind of object: one table a kind. */
@NullMarked
package io.github.xrayclient.curation.internal.fields;

import org.jspecify.annotations.NullMarked;
