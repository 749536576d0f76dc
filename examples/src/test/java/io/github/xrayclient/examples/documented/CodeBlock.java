package io.github.xrayclient.examples.documented;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A block of code in a Markdown document: the lines between two fences. */
final class CodeBlock {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^( *)(`{3,}|~{3,})([^\n]*)\n(.*?)^ *\\2 *$");

  private final String place;
  private final String language;
  private final String code;

  private CodeBlock(String place, String language, String code) {
    this.place = place;
    this.language = language;
    this.code = code;
  }

  /** Every block of a document, in order. */
  static List<CodeBlock> in(Path document) throws IOException {
    return Documents.matches(document, BLOCK)
        .map(found -> new CodeBlock(
            document + ", character " + found.start(),
            found.group(3).strip(),
            found.group(4).replaceAll("(?m)^" + found.group(1), "")))
        .collect(Collectors.toList());
  }

  /** Every block of all documents. */
  static List<CodeBlock> inAll() throws IOException {
    List<CodeBlock> blocks = new ArrayList<>();
    for (Path document : Documents.all()) {
      blocks.addAll(in(document));
    }
    return blocks;
  }

  /** Every block of all documents in this language. */
  static List<CodeBlock> inAll(String language) throws IOException {
    return inAll().stream()
        .filter(block -> block.language().equals(language))
        .collect(Collectors.toList());
  }

  /** What stands behind the opening fence; empty if nothing does. */
  String language() {
    return language;
  }

  String code() {
    return code;
  }

  /** The document and the place in it. */
  @Override
  public String toString() {
    return place;
  }
}
