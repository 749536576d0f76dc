/** What a terminal shows: tables, one line of progress, and text that cannot control it. */
package io.github.xrayclient.examples.terminal;
