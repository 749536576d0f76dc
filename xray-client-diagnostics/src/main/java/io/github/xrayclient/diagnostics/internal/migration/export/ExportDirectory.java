package io.github.xrayclient.diagnostics.internal.migration.export;

import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory of an export. The path that the user gave may contain symbolic links. No link
 * inside the directory is followed, so nothing outside it is read, written or deleted.
 */
final class ExportDirectory {
  private static final String PROJECTS = "projects";

  private final Path named;
  private final Path real;

  private ExportDirectory(Path named, Path real) {
    this.named = named;
    this.real = real;
  }

  /** The directory at this path. It may be missing. */
  static ExportDirectory at(Path directory) {
    try {
      return new ExportDirectory(
          directory, Files.exists(directory) ? directory.toRealPath() : directory.toAbsolutePath());
    } catch (IOException e) {
      throw new MigrationFailure(
          directory,
          "it cannot be read: " + FileOperations.reason(e) + "; check its path and permissions",
          e);
    }
  }

  /** The path of the directory as the user gave it, for messages. */
  Path path() {
    return named;
  }

  /** The path of a file below the path that the user gave, for messages. */
  Path named(String file) {
    return named.resolve(file);
  }

  /**
   * The file at a path below the directory, whose parts are separated by slashes. The file may be
   * missing.
   *
   * @throws MigrationFailure if there is something other than a file, or a symbolic link on the
   *     path
   */
  Path file(String path) {
    return place(path, true);
  }

  /**
   * The folder at a path below the directory.
   *
   * @throws MigrationFailure if there is something other than a folder, or a symbolic link on the
   *     path
   */
  Path folder(String path) {
    return place(path, false);
  }

  /** Whether there is a folder at this path, and nothing in it. */
  boolean isEmptyFolder(String path) throws IOException {
    Path folder = folder(path);
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  boolean has(String path) {
    return Files.exists(file(path), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The paths of all files in the folders of the kinds and of the projects whose names end with
   * this text.
   *
   * @throws MigrationFailure if one of these folders is a symbolic link or something else
   */
  Set<String> filesEndingWith(String end) {
    Set<String> files = new TreeSet<>();
    for (ObjectKind kind : ObjectKind.values()) {
      files.addAll(filesBelow(kind.directory(), end));
    }
    String policies = ObjectKind.CURATION_POLICIES.directory();
    for (String folder : foldersIn(policies)) {
      place(policies + "/" + folder, false);
    }
    for (String project : foldersIn(PROJECTS)) {
      for (ObjectKind kind : ObjectKind.values()) {
        place(PROJECTS + "/" + project + "/" + kind.directory(), false);
      }
    }
    files.addAll(filesBelow(PROJECTS, end));
    return files;
  }

  /** The names of the folders, and of symbolic links to folders, in a folder. */
  private Set<String> foldersIn(String folder) {
    Path start = place(folder, false);
    if (!Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.list(start)) {
      return all.filter(Files::isDirectory)
          .map(child -> String.valueOf(child.getFileName()))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private Set<String> filesBelow(String folder, String end) {
    Path start = place(folder, false);
    if (!Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.walk(start)) {
      return all.filter(file -> file.toString().endsWith(end))
          .map(this::withSlashes)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** A backslash in the name of a file stays, which is possible where it separates no names. */
  private String withSlashes(Path file) {
    return real.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private MigrationFailure unreadable(String folder, IOException e) {
    return new MigrationFailure(
        named.resolve(folder),
        "it cannot be read: " + FileOperations.reason(e) + "; check its permissions",
        e);
  }

  private Path place(String path, boolean isFile) {
    String[] parts = path.split("/", -1);
    Path place = real;
    for (int i = 0; i < parts.length; i++) {
      place = place.resolve(part(parts[i]));
      boolean isRight = (isFile && i == parts.length - 1)
          ? Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
          : Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
      if (!isRight && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        String expected = isFile && i == parts.length - 1 ? "a regular file" : "a folder";
        throw new MigrationFailure(
            named.resolve(real.relativize(place).toString()),
            "it must be " + expected + ", but is " + kindOf(place)
                + "; move it away, or use another directory",
            null);
      }
    }
    return place;
  }

  private static String kindOf(Path place) {
    if (Files.isSymbolicLink(place)) {
      return "a symbolic link";
    }
    if (Files.isDirectory(place)) {
      return "a folder";
    }
    return Files.isRegularFile(place) ? "a regular file" : "a special file";
  }

  private String part(String name) {
    try {
      if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
        return real.getFileSystem().getPath(name).toString();
      }
    } catch (InvalidPathException notOnThisSystem) {
      throw new MigrationFailure(
          named,
          "this system allows no file with the name \"" + name
              + "\"; rename the file, or use a locale with UTF-8",
          notOnThisSystem);
    }
    throw new MigrationFailure(
        named,
        "\"" + name + "\" is not the name of a file; correct the field replacing of manifest.json",
        null);
  }
}
