package io.github.xrayclient.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts other JVMs of the same version. */
final class Java {
  private Java() {}

  /** Starts a main class of this package with the class path of this JVM. */
  static Process start(Class<?> main, String... arguments) throws IOException {
    return new ProcessBuilder(
            command(System.getProperty("java.class.path"), List.of(), main, arguments))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Runs a main class with the jars that the library needs at run time, and returns its output. */
  static String run(List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command(classPath(), options, main, arguments))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String printed;
    try (InputStream out = process.getInputStream()) {
      printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          main.getName() + " ended with exit code " + process.exitValue());
    }
    return printed.strip();
  }

  /** The jars of the three modules, and those that they need at run time. */
  static List<Path> runTimeJars() throws IOException {
    try (Stream<Path> own = Files.list(target());
        Stream<Path> others = Files.list(target().resolve("run-time"))) {
      return Stream.concat(
              own.filter(file -> file.getFileName()
                  .toString()
                  .matches("xray-client-diagnostics-[0-9.]+(-SNAPSHOT)?\\.jar")),
              others)
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static String classPath() throws IOException {
    List<Path> path = new ArrayList<>(runTimeJars());
    path.add(target().resolve("test-classes"));
    return path.stream()
        .map(Path::toString)
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private static List<String> command(
      String classPath, List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Dsun.net.httpserver.nodelay=true");
    command.add("-classpath");
    command.add(classPath);
    command.add(main.getName());
    Collections.addAll(command, arguments);
    return command;
  }

  /** The directory {@code target} of this module. */
  static Path target() {
    URI classes;
    try {
      classes = Java.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the classes are not in a directory", e);
    }
    return Path.of(classes).getParent();
  }
}
