package io.github.xrayclient.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files below a directory. Their paths have slashes on every system. */
public final class FileTree {
  private FileTree() {}

  /** The texts of all files below a directory, by their paths. What is not UTF-8 is replaced. */
  public static SortedMap<String, String> texts(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      SortedMap<String, String> texts = new TreeMap<>();
      for (Path file : all.filter(Files::isRegularFile).collect(Collectors.toList())) {
        byte[] text = Files.readAllBytes(file);
        texts.put(path(directory, file), new String(text, StandardCharsets.UTF_8));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of a file below a directory. */
  public static String path(Path directory, Path file) {
    return StreamSupport.stream(directory.relativize(file).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
