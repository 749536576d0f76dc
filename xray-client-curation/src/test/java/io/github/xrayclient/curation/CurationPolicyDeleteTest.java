package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurationPolicyDeleteTest {
  private static final CurationPolicyId ELEVEN = CurationPolicyId.of("11");
  private static final CurationPolicyId NONE = CurationPolicyId.of("999");

  private final CurationServer server = new CurationServer();
  private final CurationPolicies policies = server.policies;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void isOneRequestWithoutABody() {
    policies.delete(ELEVEN);

    assertThat(server.methods()).containsExactly("DELETE");
    assertThat(server.fake.requests().get(0).body()).isEmpty();
    assertThat(policies.find(ELEVEN)).isEmpty();
    assertThat(server.fake.stored(Kind.CURATION_POLICIES)).hasSize(3);
  }

  @Test
  void saysThatThereIsNone() {
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> policies.delete(NONE))
        .withMessageContaining("999");
    assertThat(server.methods()).containsExactly("DELETE");
  }

  @Test
  void isNotDoneByAWebPageInPlaceOfTheAnswer() {
    server.fake.failNext(Fault.HTML_BODY, 1);

    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(() -> policies.delete(ELEVEN))
        .withMessageContaining("a web page instead of JSON");
    assertThat(policies.find(ELEVEN)).isPresent();
  }

  @Test
  void isDoneWhenOnlyTheAnswerWasLost() {
    server.fake.failNext(Fault.LOST_ANSWER, 1);

    policies.delete(ELEVEN);

    assertThat(server.methods()).filteredOn("DELETE"::equals).hasSize(1);
    assertThat(policies.find(ELEVEN)).isEmpty();
  }

  @Test
  void isSentAgainWhenItHadNoEffect() {
    server.fake.failNext(Fault.CONNECTION_RESET, 1);

    policies.delete(ELEVEN);

    assertThat(server.methods()).filteredOn("DELETE"::equals).hasSize(2);
    assertThat(policies.find(ELEVEN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 504})
  void looksWhenAGatewayAnswers(int status) {
    server.fake.failNext(status, 1);

    policies.delete(ELEVEN);

    assertThat(server.methods()).containsExactly("DELETE", "GET", "DELETE");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 500})
  void isNotSentAgainAfterAnAnswer(int status) {
    server.fake.failNext(status, 1);

    assertThatExceptionOfType(XrayApiException.class).isThrownBy(() -> policies.delete(ELEVEN));
    assertThat(server.methods()).containsExactly("DELETE");
  }
}
