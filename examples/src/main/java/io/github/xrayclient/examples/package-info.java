/** One runnable class a task, behind the root command {@link io.github.xrayclient.examples.XrayExamples}. */
package io.github.xrayclient.examples;
