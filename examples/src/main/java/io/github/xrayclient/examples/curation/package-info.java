/** Commands for Curation: its policies, their conditions, and the packages that they block. */
package io.github.xrayclient.examples.curation;
