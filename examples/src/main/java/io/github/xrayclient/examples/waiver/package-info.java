/** Commands for waivers of curation policies, and for waiver requests. */
package io.github.xrayclient.examples.waiver;
