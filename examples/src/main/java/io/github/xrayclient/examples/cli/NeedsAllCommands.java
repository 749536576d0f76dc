package io.github.xrayclient.examples.cli;

/** A command that works with the definitions of the other commands. */
public interface NeedsAllCommands {}
