/** Commands that show which server is used and what its token may do, and the demo server. */
package io.github.xrayclient.examples.server;
