/**
 * What all commands share: options, results, failures and exit codes. A class of this package names
 * no command.
 */
package io.github.xrayclient.examples.cli;
