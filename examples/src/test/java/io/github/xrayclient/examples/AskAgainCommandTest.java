package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command explain, for a log that shows only the status 403 of a refused download. */
class AskAgainCommandTest extends CommandLineFixture {
  private static final String BLOCKED = "/artifactory/example-repo-local/org/acme/app-1.0.jar";
  private static final String CURATED =
      "/artifactory/api/npm/npm-remote/acme-widgets/-/acme-widgets-3.6.1.tgz";

  @BeforeEach
  void seed() {
    fake.seed(FakeXray.Kind.REPOSITORIES, resource("repositories.json"))
        .seed(FakeXray.Kind.PACKAGES, resource("packages.json"))
        .seed(FakeXray.Kind.VIOLATIONS, resource("violations.json"));
  }

  private String log(String path) {
    return "npm error 403 403 Forbidden - GET " + fake.url() + path;
  }

  /** The output, with each line break of a sentence as a blank. */
  private String words() {
    return out.toString().replaceAll("\\s+", " ");
  }

  private long requests(String path) {
    return fake.requests().stream()
        .filter(request -> request.path().equals(path))
        .count();
  }

  @Test
  void explainsTheWordsOfXray() throws IOException {
    int exit = onServer("explain", "--message", log(BLOCKED), "--ask-again", "--format", "json");

    assertThat(exit).isEqualTo(10);
    JsonNode answer = json();
    assertThat(answer.get("kind").asText()).isEqualTo("XRAY_BLOCK");
    assertThat(answer.get("address").asText()).isEqualTo(fake.url() + BLOCKED);
    assertThat(answer.at("/askedAgain/outcome").asText()).isEqualTo("REFUSED_WITH_REASON");
    assertThat(answer.at("/askedAgain/at").asText())
        .isEqualTo(answer.get("askedAt").asText());
    assertThat(requests(BLOCKED)).isEqualTo(1);
  }

  @Test
  void explainsTheWordsOfCuration() {
    assertThat(onServer("explain", "--message", log(CURATED), "--ask-again", "--read-only"))
        .isEqualTo(10);

    assertThat(words())
        .contains("refused by Curation", "The server was asked for this download again at ")
        .contains("malicious-npm-packages");
    assertThat(requests(CURATED)).isEqualTo(1);
  }

  @Test
  void asksOnlyForWhatWouldBlockWithoutTheOption() {
    assertThat(onServer("explain", "--message", log(CURATED))).isEqualTo(10);

    assertThat(words()).contains("refused with the status 403, without a reason", "--ask-again");
    assertThat(requests(CURATED)).isZero();
  }

  @Test
  void asksCurationAboutAPathToo() {
    assertThat(onServer(
            "explain", "--repo", "npm-remote", "--path", "acme-widgets/-/acme-widgets-3.6.1.tgz"))
        .isEqualTo(10);

    assertThat(words())
        .contains("No watch was found that would block the download.")
        .contains("Curation blocks it in \"npm-remote\"");
  }

  @Test
  void refusesTheOptionForAnArtifact() {
    assertThat(onServer("explain", "--repo", "npm-remote", "--ask-again")).isEqualTo(2);

    assertThat(err.toString()).contains("--ask-again cannot be used with --repo");
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void tellsThatATextShowsNoRefusal() {
    assertThat(onServer("explain", "--message", "nothing of interest", "--ask-again"))
        .isZero();

    assertThat(err.toString()).contains("The text shows no refused download");
    assertThat(fake.requests()).isEmpty();
  }
}
