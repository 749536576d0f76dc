package io.github.xrayclient.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacedNamesTest extends RecordingFixture {
  private Recorder recorder() {
    return Recorder.to(directory()).replacingNames();
  }

  @Test
  void areTheSameEverywhere() {
    JsonNode file = recorded(
        recorder(),
        "/artifactory/api/storage/acme-local/com/acme/falcon%20%C3%A9quipe.jar?user=jane",
        "{\"repo\":\"acme-local\",\"createdBy\":\"jane@acme.example\",\"acme-local\":1,"
            + "\"filters\":[{\"type\":\"path-ant-patterns\",\"value\":\"com/acme/**\"}],"
            + "\"message\":\"Repository ACME-local of Jane was not found\","
            + "\"uri\":\"https://git.acme-corp.example/falcon%20%c3%89quipe.jar\"}");

    assertThat(file.at("/request/server").textValue())
        .isEqualTo("https://git.alias1-alias2.example");
    assertThat(file.at("/request/path").textValue())
        .isEqualTo(
            "/artifactory/api/storage/alias1-local/com/alias1/alias3%20alias4.jar?user=alias5");
    JsonNode body = file.at("/response/json");
    assertThat(body.get("repo").textValue()).isEqualTo("alias1-local");
    assertThat(body.get("createdBy").textValue()).isEqualTo("alias5@alias1.example");
    assertThat(body.has("alias1-local")).isTrue();
    assertThat(body.at("/filters/0/value").textValue()).isEqualTo("com/alias1/**");
    assertThat(body.at("/filters/0/type").textValue()).isEqualTo("path-ant-patterns");
    assertThat(body.get("message").textValue())
        .isEqualTo("Repository ALIAS1-local of Alias5 was not found");
    assertThat(body.get("uri").textValue())
        .isEqualTo("https://git.alias1-alias2.example/alias3%20Alias4.jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "libs-release-local",
        "2026-03-30T05:45:52.123Z",
        "2026-03-30T05:45:52+02:00",
        "CVE-2021-44228",
        "XRAY-12345",
        "1.3.0-beta.2",
        "v1",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "a1b2c3d4-abcd-abcd-abcd-abcdefabcdef",
        "failPullRequest",
        "\\w+\\.jar$",
        "127.0.0.1",
        "GPL-3.0",
        "true"
      })
  void areNotWordsNumbersTimesAndHashes(String text) {
    assertThat(recorder().shown(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "acme_libs, alias1_libs",
    "AcmeLibs, alias1",
    "u123456, alias1",
    "\\bacme\\d+, \\balias1\\d+",
    "10.1.2.3, 10.0.0.1",
    "http://10.1.2.3:8081/, http://10.0.0.1:8081/",
    "\u674e, alias1",
    "%E6%9D%8E, alias1",
    "M\u00fcller M%C3%BCller M\\u00fcller, Alias1 Alias1 Alias1",
    "alias7, alias1"
  })
  void areAllOtherWords(String text, String shown) {
    assertThat(recorder().shown(text)).isEqualTo(shown);
  }

  @Test
  void areKeptIfTheyAreNamed() {
    Recorder recorder = Recorder.to(directory()).replacingNames("left-pad");

    assertThat(recorder.shown("npm://left-pad of acme-libs"))
        .isEqualTo("npm://left-pad of alias1-libs");
  }

  @Test
  void areDifferentForDifferentNames() {
    List<String> names = List.of("acme", "Acme", "ACME", "aCme", "acme1", "xcme");
    Recorder recorder = recorder();

    List<String> shown = names.stream().map(recorder::shown).collect(Collectors.toList());

    assertThat(shown).doesNotHaveDuplicates();
    assertThat(names.stream().map(recorder::shown)).containsExactlyElementsOf(shown);
  }

  @Test
  void areNotInTheNamesOfFiles() {
    recorded(recorder(), "/artifactory/api/acme/storage", "[]");

    assertThat(names()).containsExactly("0001-GET-alias1-storage.json");
  }

  @Test
  void areKeptByDefault() {
    assertThat(Recorder.to(directory()).shown("acme")).isEqualTo("acme");
  }
}
