package io.github.xrayclient.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.testsupport.SampleValues;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Finds all values of the two packages itself, so that none can be forgotten. */
class SerializableValuesTest {
  @ParameterizedTest
  @MethodSource("values")
  void comeBackAsTheyWere(Class<?> type) throws ReflectiveOperationException, IOException {
    Object value = new SampleValues().of(type);

    assertThat(readBack(serialized(value)))
        .isNotSameAs(value)
        .isEqualTo(value)
        .hasToString(value.toString());
  }

  @Test
  void areFoundInTheirPackages() throws IOException, URISyntaxException {
    assertThat(values())
        .contains(BlockExplanation.class, BlockedDownload.class)
        .hasSizeGreaterThan(10);
  }

  static List<Class<?>> values() throws IOException, URISyntaxException {
    return Stream.concat(values(BlockExplanation.class), values(BlockedDownload.class))
        .collect(Collectors.toList());
  }

  /** The values in the package of this one. */
  private static Stream<Class<?>> values(Class<?> one) throws IOException, URISyntaxException {
    Path folder =
        Path.of(one.getResource(one.getSimpleName() + ".class").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .map(name -> one.getPackageName() + "." + name.replace(".class", ""))
          .sorted()
          .<Class<?>>map(SerializableValuesTest::named)
          .filter(SampleValues::isValue)
          .collect(Collectors.toList())
          .stream();
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static byte[] serialized(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  private static Object readBack(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}
