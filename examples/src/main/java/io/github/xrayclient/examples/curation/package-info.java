/** Commands for Curation: its policies, their conditions and waivers, and waiver requests. */
package io.github.xrayclient.examples.curation;
