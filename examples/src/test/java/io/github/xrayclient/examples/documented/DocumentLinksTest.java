package io.github.xrayclient.examples.documented;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks the links and the lines of all Markdown files of the repository. */
class DocumentLinksTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
  private static final int LONGEST_LINE = 140;

  @Test
  void everyLinkLeadsToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path document : Documents.all()) {
      for (MatchResult link :
          LINK.matcher(Documents.prose(document)).results().collect(Collectors.toList())) {
        links++;
        if (!link.group(1).matches("(https?|mailto):.*") && !exists(document, link.group(1))) {
          broken.add(document + ": " + link.group());
        }
      }
    }

    assertThat(links).isGreaterThan(60);
    assertThat(broken).isEmpty();
  }

  private static boolean exists(Path document, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path file =
        parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
  }

  /** The anchors of the headings of a document, by the rules of GitHub. */
  private static Set<String> anchors(Path document) throws IOException {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    HEADING.matcher(Documents.prose(document)).results().forEach(heading -> {
      String anchor = anchor(heading.group(1));
      int earlier = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
    });
    return anchors;
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  @Test
  void noLineOfProseIsTooLong() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path document : Documents.all()) {
      Documents.prose(document)
          .lines()
          .filter(line -> line.length() > LONGEST_LINE && !line.strip().startsWith("|"))
          .forEach(line -> tooLong.add(document + ": " + line));
    }

    assertThat(tooLong).isEmpty();
  }
}
