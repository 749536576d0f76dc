package io.github.xrayclient.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The public types of a module and their members as a text file, which shows a change of the API in
 * review. {@code mvn -Papi test} writes the file; without that profile the test compares it.
 */
public final class PublicApi {
  private final Set<String> packages;
  private final Path classes;

  private PublicApi(Path classes, Set<String> packages) {
    this.classes = classes;
    this.packages = new TreeSet<>(packages);
  }

  /** What the module in this folder of classes exports to everybody. */
  public static PublicApi ofModule(Path classes) {
    try (InputStream module = Files.newInputStream(classes.resolve("module-info.class"))) {
      return new PublicApi(
          classes,
          ModuleDescriptor.read(module).exports().stream()
              .filter(exports -> !exports.isQualified())
              .map(ModuleDescriptor.Exports::source)
              .collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These packages in a folder of classes. */
  public static PublicApi ofPackages(Path classes, String... packages) {
    return new PublicApi(classes, Set.of(packages));
  }

  /** Writes the file if the build was asked to, and otherwise fails if it says something else. */
  public void check(Path file) {
    String text = text();
    try {
      if (Boolean.getBoolean("xray.api.write")) {
        Files.writeString(file, text);
      }
      assertThat(text)
          .as("the public API of this module; if it changed on purpose, run mvn -Papi test")
          .isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public types, by package and name. */
  public Set<Class<?>> types() {
    return packages.stream()
        .flatMap(this::typesIn)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String text() {
    Set<Class<?>> types = types();
    long own = types.stream().filter(type -> type.getEnclosingClass() == null).count();
    List<String> lines = new ArrayList<>();
    lines.add(own + " public types, and " + (types.size() - own) + " inside of them.");
    String current = "";
    for (Class<?> type : types) {
      if (!type.getPackageName().equals(current)) {
        current = type.getPackageName();
        String mark = type.getPackage().isAnnotationPresent(NullMarked.class) ? "@NullMarked " : "";
        lines.add("\n" + mark + "package " + current);
      }
      lines.add("");
      lines.addAll(new ApiText(type).lines());
    }
    return String.join("\n", lines) + "\n";
  }

  private Stream<Class<?>> typesIn(String packageName) {
    try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .map(name -> load(packageName + "." + name.substring(0, name.length() - 6)))
          .filter(ApiText::isForCallers)
          .sorted(Comparator.comparing(Class::getName))
          .collect(Collectors.<Class<?>>toList())
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicApi.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
