package io.github.xrayclient.diagnostics;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.block.BlockingSetup;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.migration.Mapping;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.testsupport.Clients;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong argument is refused before any request, by its name, its value and what is allowed. */
class WrongArgumentsTest {
  private static Arguments call(String message, Function<XrayClient, ?> call) {
    return arguments(message, call);
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        call(
            "key must not be blank, but was ''",
            xray -> BlockedDownloads.of(xray).inProject("")),
        call(
            "key must not be blank, but was ' '", xray -> BlockingSetup.of(xray).inProject(" ")),
        call(
            "key must not contain control characters, but has \\n at index 1",
            xray -> Migration.of(xray).inProject("a\nb")),
        call(
            "key must not be blank, but was ''",
            xray -> ObjectKey.of(ObjectKind.WATCHES, "w").inProject("")),
        call(
            "repository must not be blank, but was ''",
            xray -> BlockingSetup.of(xray).whatCovers("")),
        call(
            "path must name a file or a folder, but was \"//\"; leave it out if it is not known",
            xray -> RequestedArtifact.builder().repository("libs").path("//").build()),
        call("source must not be blank, but was ''", xray -> Mapping.none().repository("", "b")),
        call("target must not be blank, but was ' '", xray -> Mapping.none().project("a", " ")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void areNamed(String message, Function<XrayClient, ?> call) {
    try (XrayClient xray = Clients.sendingNothing()) {
      assertThatIllegalArgumentException().isThrownBy(() -> call.apply(xray)).withMessage(message);
    }
  }
}
