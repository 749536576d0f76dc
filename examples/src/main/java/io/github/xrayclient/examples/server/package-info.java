/** The embedded demo server. */
package io.github.xrayclient.examples.server;
