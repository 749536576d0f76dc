package io.github.xrayclient.internal.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that identify nobody: those of the server's API and messages, of package managers, and
 * common English words. They are in the resource {@code words.txt}.
 */
final class CommonWords {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Set<String> WORDS = load();

  private CommonWords() {}

  /** Whether this is such a word, in lower case. */
  static boolean contain(String word) {
    return WORDS.contains(word);
  }

  private static Set<String> load() {
    try (InputStream in = CommonWords.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new IllegalStateException(
            "the resource words.txt of this library is missing; check the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines.lines().flatMap(SPACE::splitAsStream).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
