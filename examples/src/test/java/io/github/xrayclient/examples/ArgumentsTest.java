package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments are taken as they are typed, and no message repeats one. */
class ArgumentsTest extends CommandLineFixture {
  private static final String HIDDEN = "hidden-value";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@scope/name",
        "@FILE",
        "@@FILE",
        "${env:PATH}",
        "${sys:user.home}",
        "$PATH",
        "\"quoted\"",
        "'quoted'",
        "@|red text|@",
        "a,b",
        "key=value",
        "\\u0041"
      })
  void areTextWhateverTheyLookLike(String text, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("arguments"), "--url https://evil.example");
    String typed = text.replace("FILE", file.toString());

    for (String[] justification :
        new String[][] {{"--justification", typed}, {"--justification=" + typed}}) {
      out.getBuffer().setLength(0);
      String[] waive = {
        "waive",
        "--policy",
        "11",
        "--type",
        "npm",
        "--package",
        typed,
        "--version",
        typed,
        "--dry-run",
        "--format",
        "json"
      };
      String[] all = new String[waive.length + justification.length];
      System.arraycopy(waive, 0, all, 0, waive.length);
      System.arraycopy(justification, 0, all, waive.length, justification.length);

      assertThat(onServer(all)).isZero();

      JsonNode waiver = json().get("waivers").get(2);
      assertThat(waiver.get("pkg_name").asText()).isEqualTo(typed);
      assertThat(waiver.get("pkg_versions").get(0).asText()).isEqualTo(typed);
      assertThat(waiver.get("justification").asText()).isEqualTo(typed);
    }
  }

  @Test
  void cannotNameAnotherServerOutOfAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("message"), "x --url https://evil.example");

    assertThat(onServer("explain", "--message", "@" + file)).isZero();
    assertThat(onServer("@" + file)).isEqualTo(2);
    assertThat(onServer("policies", "@" + file)).isEqualTo(2);

    assertThat(err.toString()).doesNotContain("evil.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "policies --tokne hidden-value | argument 2 is not an option (did you mean --token",
        "policies --tokne=hidden-value | argument 2 is not an option (did you mean --token",
        "policies --tokenhidden-value | argument 2 is not an option (did you mean --token",
        "policies -t hidden-value | argument 2 is not an option",
        "policies -token hidden-value | argument 2 is not an option (did you mean --token",
        "policies hidden-value | argument 2 is unknown",
        "policies -- hidden-value | is unknown",
        "policies --token hidden-value --token hidden-value | --token is given more than once",
        "policies --url x --token hidden-value --token-file hidden-value | leave one of them out",
        "policies --token | --token needs a value",
        "waive --type npm --package a --justification hidden-value | --policy is missing",
        "waive --policy 1 --type npm --justification hidden-value | --package is missing",
        "waive --policy 1 --justification hidden-value | one of these options is required: --from-file, --label, --type, --package;",
        "plan --prune | DIR is missing",
        "policies --demo=hidden-value | --demo must be true or false",
        "policies --format hidden-value | --format must be one of text, json",
        "would-block --policy 1 --days hidden-value | --days must be a whole number",
        "waive --policy --token=hidden-value | --policy needs a value",
        "waive --policy 1 --justification --token hidden-value | --justification needs a value",
        "waive --policy 1 --type npm --package a --justification --dryrun | the value of --justification begins with - like an option",
        "explain --token hidden-value | one of these options is required: --message, --message-file, --repo;",
        "explain --path hidden-value | --repo is missing",
        "waiver-requests --approve hidden-value | --justification is missing",
        "waiver-requests --approve 1 --justification hidden-value --justification hidden-value | is given more than once",
        "waiver-requests --approve=hidden-value --justification | --justification needs a value",
        "explain --repo hidden-value --message hidden-value | use only one of these options, and only once: --message, --message-file, --repo;",
        "unwaive --policy 1 --waiver hidden-value --label-waiver hidden-value | use only one of these options, and only once: --waiver, --label-waiver, --label, --type, --package;",
        "hidden-value | argument 1 is not a command; see",
        "--token hidden-value policies | argument 1 is not an option",
        "polices | did you mean policies"
      })
  void areNotRepeatedInAnError(String arguments, String words) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains(words).doesNotContain(HIDDEN);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void nameACommand() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("no command was given; see xray-examples --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--tok=t", "--URL=http://x", "--no-demo", "--dem"})
  void mustBeSpelledInFull(String option) {
    assertThat(run("policies", option)).isEqualTo(2);
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void thatBeginWithADashAreWrittenBehindAnEqualsSign() {
    assertThat(onServer("curation-policies", "--name=--dry-run")).isZero();

    RecordedRequest request = fake.requests().get(0);
    assertThat(request.queryParameter("name")).contains("--dry-run");
  }

  @Test
  void areNotTraced() {
    PrintStream before = System.err;
    ByteArrayOutputStream traced = new ByteArrayOutputStream();
    System.setErr(new PrintStream(traced, true, StandardCharsets.UTF_8));
    System.setProperty("picocli.trace", "DEBUG");
    try {
      run("policies", "--url", fake.url(), "--token", HIDDEN);
    } finally {
      System.clearProperty("picocli.trace");
      System.setErr(before);
    }

    assertThat(traced.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
