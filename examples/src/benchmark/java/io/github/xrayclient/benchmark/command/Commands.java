package io.github.xrayclient.benchmark.command;

import io.github.xrayclient.benchmark.process.Java;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The commands that are measured. */
final class Commands {
  private static final int CHANGES_FOUND = 10;

  private final Path jar;
  private final Path folder;
  private final String source;
  private final String target;

  /**
   * @param folder for the files of the commands
   * @param source the address of the server that is exported
   * @param target the address of the server that an export is compared with
   */
  Commands(Path jar, Path folder, String source, String target) {
    this.jar = jar;
    this.folder = folder;
    this.source = source;
    this.target = target;
  }

  Command explain(Path log) {
    return java(
        "`explain` of a log of 50 MB with 20 refusals",
        List.of(),
        List.of("explain", "--message-file", log.toString(), "--url", source, "--token", "any"));
  }

  Command export() {
    return java(
        "`export` of 5,000 objects of 5 kinds each",
        List.of(),
        List.of("export", exported(), "--replace-source", "--url", source, "--token", "any"));
  }

  /** Needs the directory that {@link #export()} writes. */
  Command planOfAll() {
    return java(
        "`plan` of 5,000 objects of 5 kinds each, one in 100 differs",
        List.of(),
        List.of("plan", exported(), "--url", target, "--token", "any"));
  }

  /** Needs the directory that {@link #export()} writes. */
  Command plan() {
    return plan("", List.of());
  }

  /** The same plan in a JVM that optimizes little and has a small heap. */
  Command planInSmallJvm() {
    List<String> options = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m");
    return plan(", `" + String.join(" ", options) + "`", options);
  }

  private Command plan(String how, List<String> options) {
    return java(
        "`plan` of 5,000 objects of 3 kinds each, one in 100 differs" + how,
        options,
        List.of(
            "plan",
            exported(),
            "--only=curation-policies",
            "--only=policies",
            "--only=watches",
            "--url",
            target,
            "--token",
            "any"));
  }

  Command refusalsOfRequests(Path log) {
    return java(
        "`refusals` of a log of npm of 50 MB, of which each line is an answered request",
        List.of(),
        List.of("refusals", "--message-file", log.toString()));
  }

  Command refusals(Path log) {
    return java(
        "`refusals` of a log of 1 GB, `-Xmx32m`",
        List.of("-Xmx32m"),
        List.of("refusals", "--message-file", log.toString()));
  }

  /** A program that only counts lines with a word. */
  Command count(Path log) {
    return new Command(
        "`grep -c` for the word Xray in a log of 1 GB",
        List.of("grep", "-c", "Xray", log.toString()),
        folder.resolve("grep.txt"),
        Set.of(0));
  }

  private String exported() {
    return folder.resolve("exported").toString();
  }

  private Command java(String title, List<String> options, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(Java.program("java")));
    words.addAll(options);
    words.addAll(List.of("-jar", jar.toString()));
    words.addAll(arguments);
    return new Command(
        title, words, folder.resolve(arguments.get(0) + ".txt"), Set.of(0, CHANGES_FOUND));
  }
}
