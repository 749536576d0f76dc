package io.github.xrayclient.diagnostics.internal.migration.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory of an export. Its own path may contain symbolic links, since the user named it. No
 * link inside the directory is followed, so nothing outside it is read, written or deleted.
 */
final class ExportDirectory {
  private final Path named;
  private final Path real;

  private ExportDirectory(Path named, Path real) {
    this.named = named;
    this.real = real;
  }

  /** The directory at this path, which need not be there yet. */
  static ExportDirectory at(Path directory) {
    try {
      return new ExportDirectory(
          directory, Files.exists(directory) ? directory.toRealPath() : directory.toAbsolutePath());
    } catch (IOException e) {
      throw new MigrationFailure(directory, "it cannot be read: " + Disk.reason(e), e);
    }
  }

  /** The directory as the user named it. */
  Path path() {
    return named;
  }

  /** The path of a file as the user would name it, for messages. */
  Path named(String file) {
    return named.resolve(file);
  }

  /**
   * The place of a file, by its path below the directory with slashes.
   *
   * @throws MigrationFailure if something else is in that place, or a link is on the way to it
   */
  Path file(String path) {
    return place(path, true);
  }

  boolean has(String path) {
    return Files.exists(file(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** The paths of all JSON files in a folder, which need not be there. */
  Set<String> jsonFilesIn(String folder) {
    Path start = place(folder, false);
    if (!Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.walk(start)) {
      return all.filter(file -> file.toString().endsWith(".json"))
          .map(file -> real.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new MigrationFailure(named.resolve(folder), "it cannot be read: " + Disk.reason(e), e);
    }
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
        String kind = Files.isSymbolicLink(place) ? "a symbolic link" : "something else";
        throw new MigrationFailure(
            named.resolve(real.relativize(place).toString()),
            "where an export has a " + (i == parts.length - 1 && isFile ? "file" : "folder")
                + " there is " + kind + ", which is neither followed nor replaced; move it, or use"
                + " another directory",
            null);
      }
    }
    return place;
  }

  private String part(String name) {
    try {
      if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
        return Path.of(name).toString();
      }
    } catch (InvalidPathException notOnThisSystem) {
      throw new MigrationFailure(
          named, "no file can have the name " + name + " here; rename it", notOnThisSystem);
    }
    throw new MigrationFailure(named, "'" + name + "' is not the name of a file", null);
  }
}
