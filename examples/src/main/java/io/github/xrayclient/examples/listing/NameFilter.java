package io.github.xrayclient.examples.listing;

import io.github.xrayclient.value.NamePattern;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that selects objects by their names. */
final class NameFilter {
  @Option(
      names = "--name",
      paramLabel = "PATTERN",
      description = "Lists only those with this name. An asterisk stands for any characters, as in"
          + " \"prod-*\".")
  NamePattern name = NamePattern.of("*");

  boolean accepts(String text) {
    return name.matches(text);
  }

  /** The name by which the server can filter, if it is no pattern. */
  Optional<String> exact() {
    return name.wildcards() == 0 ? Optional.of(name.toString()) : Optional.empty();
  }
}
