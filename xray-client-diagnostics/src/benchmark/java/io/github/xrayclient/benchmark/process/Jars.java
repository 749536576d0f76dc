package io.github.xrayclient.benchmark.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds jars on this machine. */
public final class Jars {
  private Jars() {}

  /** The jars of the three modules, and those that they need at run time. */
  public static List<Path> ofLibrary() throws IOException {
    Path target = Java.target();
    try (Stream<Path> own = Files.list(target);
        Stream<Path> others = Files.list(target.resolve("run-time"))) {
      return Stream.concat(own.filter(file -> isNamed(file, "xray-client-diagnostics")), others)
          .sorted()
          .collect(Collectors.toList());
    }
  }

  /** The jars of other projects with these names, from the class path of this JVM. */
  public static List<Path> named(List<String> names) {
    List<Path> jars = new ArrayList<>();
    for (String name : names) {
      jars.add(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .map(Path::of)
          .filter(file -> isNamed(file, name))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("the class path has no jar of " + name)));
    }
    return jars;
  }

  /** The size of the jars in bytes. */
  public static long bytes(List<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return bytes;
  }

  private static boolean isNamed(Path file, String name) {
    String version = "-[0-9.]+(-SNAPSHOT)?\\.jar";
    return file.getFileName().toString().matches(name + version);
  }
}
