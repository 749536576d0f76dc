/**
 * The command line, with one small class for each command in the packages below. Begin with {@link
 * io.github.xrayclient.examples.XrayExamples}.
 */
package io.github.xrayclient.examples;
