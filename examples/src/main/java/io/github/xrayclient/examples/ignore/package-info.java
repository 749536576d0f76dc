/** Commands that ignore violations. */
package io.github.xrayclient.examples.ignore;
