package io.github.xrayclient.examples.documented;

import java.nio.file.Path;
import java.util.List;

/** Where the sources of the library are, seen from the folder of the examples. */
final class LibrarySources {
  static final List<String> MODULES = List.of("core", "curation", "diagnostics");

  private LibrarySources() {}

  static Path main(String module) {
    return Path.of("..", "xray-client-" + module, "src", "main", "java");
  }
}
