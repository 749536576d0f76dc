package io.github.xrayclient.examples.documented;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compiles pieces of Java that documents show, with every package of the library imported. */
final class JavaSnippets {
  private static final Pattern EXPORTED = Pattern.compile("exports ([\\w.]+);");

  private JavaSnippets() {}

  /** Compiles the snippets as members of one class, {@code Readme}, into this folder. */
  static void compile(List<String> snippets, Path folder) throws IOException {
    Path source = folder.resolve("Readme.java");
    Files.writeString(
        source,
        Files.readString(Path.of("src/test/resources/readme/Readme.java.txt"))
            .replace("IMPORTS", imports())
            .replace("SNIPPETS", String.join("\n", members(snippets))));

    StringWriter said = new StringWriter();
    PrintWriter printer = new PrintWriter(said, true);
    int compiled = ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(
            printer,
            printer,
            "--release",
            "11",
            "-proc:none",
            "-Xlint:all",
            "-Werror",
            "--class-path",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            source.toString());

    assertThat(compiled).as(said.toString()).isZero();
  }

  /** Imports of all packages that the modules export to everybody. */
  private static String imports() throws IOException {
    StringBuilder imports = new StringBuilder();
    for (String module : LibrarySources.MODULES) {
      Path descriptor = LibrarySources.main(module).resolve("module-info.java");
      EXPORTED
          .matcher(Files.readString(descriptor))
          .results()
          .forEach(found -> imports.append("import ").append(found.group(1)).append(".*;\n"));
    }
    return imports.toString();
  }

  /** A class as it is, statements in a method of their own. */
  private static List<String> members(List<String> snippets) {
    return IntStream.range(0, snippets.size())
        .mapToObj(i -> snippets.get(i).startsWith("class ")
            ? "static " + snippets.get(i)
            : "void m" + i + "() throws Exception {\n" + snippets.get(i) + "\n}")
        .collect(Collectors.toList());
  }
}
