package io.github.xrayclient.examples.documented;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The documents of the repository that are written in Markdown. */
public final class Documents {
  private static final Path ROOT = Path.of("..");
  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");

  private Documents() {}

  /** Every Markdown file that is not the result of a build. */
  public static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !isBuilt(file))
          .map(Path::normalize)
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static boolean isBuilt(Path file) {
    return StreamSupport.stream(file.spliterator(), false).anyMatch(Path.of("target")::equals);
  }

  /** Every match in a document, in order. */
  public static Stream<MatchResult> matches(Path document, Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(document)).results();
  }

  /** The text of a document without its blocks of code, which stay as empty lines. */
  static String prose(Path document) throws IOException {
    return CODE_BLOCK
        .matcher(Files.readString(document))
        .replaceAll(block -> block.group().replaceAll("[^\n\r]", ""));
  }
}
