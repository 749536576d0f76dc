package io.github.xrayclient.benchmark.peer;

import io.github.xrayclient.benchmark.process.Jars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way to read curation policies that a Java program may choose. The classes are looked up by
 * reflection, so that a JVM needs only the jars of the one that it runs.
 */
public enum Contender {
  /** A loop written by hand, which is the baseline. */
  JDK("JDK's client, default setting, and Jackson beans", JdkReader.class, List.of(), List.of()),

  /** The same loop in the best setting that was found. */
  JDK_BEST(
      "JDK's client, direct executor and 128 KB buffers, and Jackson beans",
      DirectJdkReader.class,
      List.of("-Djdk.httpclient.bufsize=131072"),
      List.of()),

  /** What the official Java client is made of. */
  APACHE(
      "Apache HttpClient 4.5 and Jackson beans",
      ApacheReader.class,
      List.of(),
      List.of("httpclient", "httpcore", "commons-logging", "commons-codec")),

  /** A client that is declared by an interface. */
  RETROFIT(
      "OkHttp, Retrofit and Jackson beans",
      RetrofitReader.class,
      List.of(),
      List.of(
          "okhttp-jvm",
          "okio-jvm",
          "kotlin-stdlib",
          "annotations",
          "retrofit",
          "converter-jackson")),

  /** A client that is generated from a description. */
  GENERATED(
      "`native` client of the OpenAPI generator",
      GeneratedReader.class,
      List.of(),
      List.of("jackson-datatype-jsr310", "jackson-databind-nullable", "jsr305")),

  /** This library. */
  LIBRARY("this library", LibraryReader.class, List.of(), List.of());

  private static final List<String> JACKSON =
      List.of("jackson-core", "jackson-databind", "jackson-annotations");

  private final String title;
  private final Class<? extends PageReader> reader;
  private final List<String> options;
  private final List<String> jars;

  Contender(
      String title, Class<? extends PageReader> reader, List<String> options, List<String> jars) {
    this.title = title;
    this.reader = reader;
    this.options = options;
    this.jars = jars;
  }

  /** The name in tables. */
  public String title() {
    return title;
  }

  /** Options of the JVM that belong to the setting. */
  public List<String> options() {
    return options;
  }

  /** The jars that a program needs at run time. */
  public List<Path> jars() throws IOException {
    return this == LIBRARY
        ? Jars.ofLibrary()
        : Jars.named(Stream.concat(JACKSON.stream(), jars.stream()).collect(Collectors.toList()));
  }

  /** Creates a reader, which keeps its connections. */
  public PageReader reader(Target target) throws ReflectiveOperationException {
    return reader.getDeclaredConstructor(Target.class).newInstance(target);
  }
}
