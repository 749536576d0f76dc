/**
 * A plain evaluation of JFrog's documents on blocked downloads, which explanations are compared
 * with. It works on the JSON of a server, and shares no code with the library.
 */
package io.github.xrayclient.diagnostics.oracle;
