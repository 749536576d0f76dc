/** Commands that ignore violations, and list, create and delete ignore rules. */
package io.github.xrayclient.examples.ignore;
