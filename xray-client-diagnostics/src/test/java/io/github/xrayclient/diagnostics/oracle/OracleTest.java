package io.github.xrayclient.diagnostics.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.Thorough;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares explanations with a plain evaluation of the documented rules, for set-ups that are made
 * at random. A failed case names the number of its set-up; {@link RandomSetUps#of} makes it again.
 *
 * <p>More than one answer is right where the documents leave a question open:
 *
 * <ul>
 *   <li>whether a regular expression must match all of a text
 *   <li>whether types that share a form of packages, such as Maven and Gradle, count as one type
 *   <li>what a pattern means that begins with a slash
 *   <li>whether a watch on a local repository {@code x} is about the cache {@code x-cache} of a
 *   remote one
 *   <li>which Artifactory holds a repository, if the caller does not say it; Xray's lists may be
 *   used
 *   <li>whether rules on unscanned artifacts block during a scan, or after a scan in part
 *   <li>whether a rule can still block if the violations of its watch do not block, or are of
 *   another rule
 *   <li>which rule a violation means that names only the policy, and which watch it means if
 *       several projects have one of its name
 *   <li>which of more than ten members of a virtual repository stores the file, because no more are
 *       asked, and in which order causes stand as long as this is not known
 *   <li>whether a violation that blocks proves anything while an administrator allows blocked
 *       downloads, or if it is in a member of a virtual repository that does not store the file
 * </ul>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OracleTest {
  private static final int CASES = Thorough.count(1_000, 20_000);

  /** The largest number of disagreements that a failure shows. */
  private static final int SHOWN = 5;

  private FakeXray server;
  private XrayClient xray;

  @BeforeAll
  void start() {
    server = FakeXray.start();
    xray = Clients.once(server.url());
  }

  @AfterAll
  void stop() {
    xray.close();
    server.close();
  }

  @Test
  void agreesWithTheDocuments() {
    List<String> wrong = new ArrayList<>();
    for (int seed = 0; seed < CASES && wrong.size() < SHOWN; seed++) {
      compare(seed, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void thereIsNoAnswerWithoutPoliciesOrWatches() {
    for (String kind : List.of("policies", "watches")) {
      SetUp setUp = RandomSetUps.of(kind.length());
      setUp.forbidden.add("/xray/api/v2/" + kind);

      assertThatThrownBy(() -> explain(setUp)).isInstanceOf(XrayForbiddenException.class);
    }
  }

  private void compare(int seed, List<String> wrong) {
    SetUp setUp = RandomSetUps.of(seed);
    Expectation expected = DocumentedAnswer.of(setUp);
    if (expected.isWithoutAnswer) {
      assertThatThrownBy(() -> explain(setUp)).isInstanceOf(XrayForbiddenException.class);
      return;
    }
    Answers answers = new Answers(explain(setUp));
    List<String> disagreements = expected.disagreements(answers);
    if (!disagreements.isEmpty()) {
      wrong.add("set-up " + seed + ": " + disagreements + "\n" + setUp + "\nanswer " + answers);
    }
  }

  private BlockExplanation explain(SetUp setUp) {
    setUp.seed(server);
    server.clearRequests();
    try {
      RequestedArtifact.Builder asked =
          RequestedArtifact.builder().repository(setUp.repository).path(setUp.asked);
      if (!setUp.instance.isEmpty()) {
        asked.binaryManagerId(setUp.instance);
      }
      return BlockedDownloads.of(xray).explain(asked.build());
    } finally {
      setUp.remove(server);
    }
  }
}
