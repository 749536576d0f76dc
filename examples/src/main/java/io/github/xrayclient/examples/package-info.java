/**
 * The command line, with one small class for each command. Begin with {@link
 * io.github.xrayclient.examples.XrayExamples}.
 */
package io.github.xrayclient.examples;
