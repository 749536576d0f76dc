/** The tables of the JSON fields of curation policies, waivers and conditions. */
@NullMarked
package io.github.xrayclient.curation.internal.fields;

import org.jspecify.annotations.NullMarked;
