package io.github.xrayclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.http.ApiResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list under one of several names, and the counts beside it. */
class EnvelopeDecoderTest {
  private static Envelope<JsonNode> read(String json) throws IOException {
    return new EnvelopeDecoder<>(JsonNode.class, "requests", "rows")
        .decode(new ApiResponse(
            200, Map.of(), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  private static String items(Envelope<JsonNode> envelope) {
    return envelope.items().stream().map(JsonNode::toString).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1,2]",
        "{'data':[1,2]}",
        "{'requests':[1,2],'meta':{'data':[3]}}",
        "{'beside':{'rows':[3]},'rows':[1,null,2]}",
        "{'data':null,'rows':[1,2]}",
        "{'rows':[1,2],'data':null}",
        "{'rows':[1,2],'data':[]}",
        "{'data':[],'rows':[1,2],'requests':[]}",
        "{'data':[1,2],'rows':[1,2]}",
        "{'data':[1],'rows':[1,2]}",
        "{'data':[1],'requests':[2]}"
      })
  void isReadUnderAnyOfItsNames(String json) throws IOException {
    assertThat(items(read(json))).isEqualTo("1 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "{'data':null}", "{'rows':null,'requests':[]}"})
  void mayBeEmpty(String json) throws IOException {
    assertThat(read(json).items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'packages':[]}", "{'rows':{}}", "[1] 2", "[1", "", "'rows'"})
  void isNothingElse(String json) {
    assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> read(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"7 | 7", "'7' | 7", "0 | 0", "-1 | -1", "7.0 | -1", "{} | -1", "null | -1", "'' | -1"
      })
  void givesACountOrNothing(String value, long count) throws IOException {
    OptionalLong expected = count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
    Envelope<JsonNode> beside = read("{'data':[],'n':" + value + ",'meta':{'n':" + value + "}}");

    assertThat(beside.number("n")).isEqualTo(expected);
    assertThat(beside.meta("n")).isEqualTo(expected);
    assertThat(beside.has("n")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "null", "{'data':[],'meta':null}", "{'data':[],'meta':[7]}"})
  void givesNoCountThatIsNotThere(String json) throws IOException {
    assertThat(read(json).meta("n")).isEmpty();
    assertThat(read(json).number("n")).isEmpty();
    assertThat(read(json).has("n")).isFalse();
  }

  @Test
  void namesThePlaceOfWhatItCannotRead() {
    byte[] json = "{\"rows\":[1,{\"a\":2}]}".getBytes(StandardCharsets.UTF_8);

    assertThatExceptionOfType(JsonMappingException.class)
        .isThrownBy(() -> new EnvelopeDecoder<>(Integer.class, "rows")
            .decode(new ApiResponse(200, Map.of(), json)))
        .satisfies(e -> assertThat(e.getPathReference()).contains("rows").contains("[1]"));
  }
}
