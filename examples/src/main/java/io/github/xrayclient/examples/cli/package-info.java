/**
 * What all commands have in common: options, help, output, failures and exit codes. No class of
 * this package depends on a command.
 */
package io.github.xrayclient.examples.cli;
