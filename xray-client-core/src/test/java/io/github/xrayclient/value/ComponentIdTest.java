package io.github.xrayclient.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentIdTest {
  @ParameterizedTest
  @CsvSource({
    "npm://lodash:4.17.19, npm, lodash, npm://lodash, 4.17.19",
    "npm://@acme/ui:1.0, npm, @acme/ui, npm://@acme/ui, 1.0",
    "gav://com.acme:lib:1.0, gav, com.acme:lib, gav://com.acme:lib, 1.0",
    "alpine://3.9:libssl1.1:1.1.1g-r0, alpine, 3.9:libssl1.1, alpine://3.9:libssl1.1, 1.1.1g-r0",
    "docker://shop:v3, docker, shop, docker://shop, v3",
    "go://github.com/acme/x, go, github.com/acme/x, go://github.com/acme/x,",
    "npm://lodash:, npm, lodash, npm://lodash,",
    "lodash:1.0, , lodash, lodash, 1.0",
    "lodash, , lodash, lodash,",
    "://x:1, , x, ://x, 1",
    "'', , '', '',",
    "npm://, npm, '', npm://,"
  })
  void isTakenApart(String id, String type, String name, String nameWithType, String version) {
    ComponentId component = ComponentId.of(id);

    assertThat(component.type()).isEqualTo(Optional.ofNullable(type));
    assertThat(component.name()).isEqualTo(name);
    assertThat(component.nameWithType()).isEqualTo(nameWithType);
    assertThat(component.version()).isEqualTo(Optional.ofNullable(version));
    assertThat(component.wire()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "nuget://Newtonsoft.Json:1.0-Beta, nuget://newtonsoft.json:1.0-beta, true",
    "PyPI://Flask:2.0, pypi://flask:2.0, true",
    "npm://JSONStream:1.0, npm://jsonstream:1.0, false",
    "gav://com.acme:Lib:1.0, gav://com.acme:lib:1.0, false",
    "go://github.com/Acme/x:1, go://github.com/acme/x:1, false"
  })
  void isComparedWithoutCaseWhereXrayChangesTheCase(String one, String other, boolean equal) {
    assertThat(ComponentId.of(one).equals(ComponentId.of(other))).isEqualTo(equal);
  }

  @Test
  void isATextInJson() {
    assertThat(RoundTrip.write(RoundTrip.read(Fixtures.parse("\"npm://A:1\""), ComponentId.class)))
        .isEqualTo(Fixtures.parse("\"npm://A:1\""));
  }
}
