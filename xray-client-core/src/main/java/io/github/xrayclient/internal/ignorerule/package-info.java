/** The service that reads, creates and deletes ignore rules. */
@NullMarked
package io.github.xrayclient.internal.ignorerule;

import org.jspecify.annotations.NullMarked;
