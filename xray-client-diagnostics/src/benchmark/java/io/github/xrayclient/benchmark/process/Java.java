package io.github.xrayclient.benchmark.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts other JVMs of the same version. */
public final class Java {
  private Java() {}

  /** Starts a main class with the class path of this JVM. */
  public static Process start(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    return process(command(System.getProperty("java.class.path"), options, main, arguments));
  }

  /** Starts a main class with only these jars and the classes of the benchmarks. */
  public static Process start(
      List<Path> jars, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    return process(command(classPath(jars), options, main, arguments));
  }

  /** Runs a main class with the jars that the library needs at run time, and returns its output. */
  public static String run(List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    return output(start(Jars.ofLibrary(), options, main, arguments));
  }

  /** Runs a program of this JDK, such as {@code keytool}. */
  public static void execute(String program, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program(program)));
    command.addAll(arguments);
    output(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Waits until a process ends, and returns its output. */
  public static String output(Process process) throws IOException, InterruptedException {
    String printed;
    try (InputStream out = process.getInputStream()) {
      printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("a process ended with exit code " + process.exitValue()
          + " after it had printed: " + printed);
    }
    return printed.strip();
  }

  /** The directory {@code target} of this module. */
  public static Path target() {
    return classes().getParent();
  }

  private static Path classes() {
    try {
      URI classes =
          Java.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(classes);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the classes are not in a directory", e);
    }
  }

  private static String classPath(List<Path> jars) {
    return Stream.concat(jars.stream(), Stream.of(classes()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Process process(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<String> command(
      String classPath, List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(program("java"));
    command.addAll(options);
    command.add("-Dsun.net.httpserver.nodelay=true");
    command.add("-classpath");
    command.add(classPath);
    command.add(main.getName());
    Collections.addAll(command, arguments);
    return command;
  }

  /** The file of a program of this JDK. */
  public static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
