package io.github.xrayclient.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.xrayclient.XrayClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameOrIdTest {
  @ParameterizedTest
  @CsvSource({
    "no malware, no malware, true, true",
    "11, 11, true, true",
    "id:11, 11, true, false",
    "id:name:11, name:11, true, false",
    "name:11, 11, false, true",
    "name:id:11, id:11, false, true",
    "ID:11, ID:11, true, true",
    "' 11', ' 11', true, true"
  })
  void isReadAsAUserWritesIt(String written, String text, boolean mayBeId, boolean mayBeName) {
    NameOrId read = NameOrId.parse(written);

    assertThat(read.text()).isEqualTo(text);
    assertThat(read.mayBeId()).isEqualTo(mayBeId);
    assertThat(read.mayBeName()).isEqualTo(mayBeName);
    assertThat(read).hasToString(written);
    assertThat(NameOrId.parse(read.toString())).isEqualTo(read).hasSameHashCodeAs(read);
  }

  @Test
  void isMadeOfOneOfThem() {
    assertThat(NameOrId.ofId("11")).isEqualTo(NameOrId.parse("id:11"));
    assertThat(NameOrId.ofName("id:11")).isEqualTo(NameOrId.parse("name:id:11"));
    assertThat(NameOrId.ofName("11"))
        .isNotEqualTo(NameOrId.ofId("11"))
        .isNotEqualTo(NameOrId.parse("11"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', text must not be blank; give a name or an id",
    "' \t', text must not be blank; give a name or an id",
    "id:, text must not be blank after id:",
    "'name: ', text must not be blank after name:"
  })
  void isNeverBlank(String written, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NameOrId.parse(written))
        .withMessage(message);
  }

  @Test
  void namesTheArgumentThatIsBlank() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NameOrId.ofId(" "))
        .withMessage("id must not be blank; give a name or an id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NameOrId.ofName(""))
        .withMessage("name must not be blank; give a name or an id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"id:11\"", "\"no malware\""})
  void isATextInJson(String json) throws JsonProcessingException {
    NameOrId read = XrayClient.jsonMapper().readValue(json, NameOrId.class);

    assertThat(XrayClient.jsonMapper().writeValueAsString(read)).isEqualTo(json);
  }
}
