/** One small class for each task; begin with {@link io.github.xrayclient.examples.XrayExamples}. */
package io.github.xrayclient.examples;
