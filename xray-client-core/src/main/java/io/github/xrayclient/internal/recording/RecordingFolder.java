package io.github.xrayclient.internal.recording;

import io.github.xrayclient.http.ApiRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directory of a recording, with one file for each exchange. */
public final class RecordingFolder {
  private static final Pattern FILE = Pattern.compile("\\d{4,9}-[A-Z]+(-[a-z0-9-]+)?\\.json");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*\\}");
  private static final Pattern COMMON =
      Pattern.compile("/(xray|artifactory|access|api|v\\d+)(?=/|$)");
  private static final Pattern NOT_FOR_FILES = Pattern.compile("[^a-z0-9]+");
  private static final int LONGEST_SUBJECT = 60;

  private RecordingFolder() {}

  /**
   * Checks that a recording can begin in a directory.
   *
   * @throws IllegalArgumentException if it is a file, or a directory that is not empty
   */
  public static void checkNew(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          "directory " + directory + " is a file; give the name of a new directory");
    }
    try (Stream<Path> files = Files.list(directory)) {
      if (files.findAny().isPresent()) {
        throw new IllegalArgumentException("directory " + directory
            + " is not empty; a recording never overwrites another one, so give a new directory");
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(
          "directory " + directory + " cannot be read: " + e
              + "; check its permissions, or give a new directory",
          e);
    }
  }

  /** Returns the name of the file, in ASCII, from the number and the literal parts of the path. */
  public static String fileName(int number, ApiRequest request, ShownText shown) {
    String literal = PLACEHOLDER.matcher(request.pathTemplate()).replaceAll("");
    String subject = COMMON.matcher(shown.of(literal)).replaceAll("").toLowerCase(Locale.ROOT);
    String name = NOT_FOR_FILES.matcher(subject).replaceAll("-");
    String cut = name.substring(0, Math.min(name.length(), LONGEST_SUBJECT));
    String trimmed = cut.replaceAll("^-|-$", "");
    return String.format(Locale.ROOT, "%04d-%s", number, request.method())
        + (trimmed.isEmpty() ? "" : "-" + trimmed)
        + ".json";
  }

  /** Writes a new file. If this fails, no incomplete file remains. */
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException notDeleted) {
        e.addSuppressed(notDeleted);
      }
      throw e;
    }
  }

  /** Returns the files of a recording in the order of their numbers. */
  public static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> FILE.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.comparingInt(RecordingFolder::number))
          .collect(Collectors.toList());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static int number(Path file) {
    String name = file.getFileName().toString();
    return Integer.parseInt(name.substring(0, name.indexOf('-')));
  }
}
