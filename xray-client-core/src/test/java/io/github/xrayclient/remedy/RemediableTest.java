package io.github.xrayclient.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayTransportException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemediableTest {
  private static final URI URL = URI.create("https://acme.example/xray/api/v2/policies");

  @Test
  void isASettingThatMayBeCorrected() {
    Throwable refused = catchThrowable(() -> XrayClient.builder()
        .baseUrl("http://acme.example")
        .credentials(Credentials.anonymous())
        .build());

    assertThat(refused).isInstanceOf(IllegalArgumentException.class);
    has(
        refused,
        Remedy.Kind.ALLOW_PLAIN_HTTP,
        "the base URL http://acme.example is not encrypted, so others could read the credentials",
        "; use https, or call allowPlainHttp() if the network is trusted");
  }

  @Test
  void isASettingThatIsMissing() {
    Throwable refused = catchThrowable(() -> XrayClient.builder().environment(Map.of()));

    assertThat(refused).isInstanceOf(IllegalStateException.class);
    has(
        refused,
        Remedy.Kind.NAME_SERVER,
        "no server URL is set",
        "; set JF_URL, JFROG_URL or XRAY_URL and the access token of the same prefix, for example"
            + " JF_ACCESS_TOKEN");
  }

  @Test
  void isAWriteOfAReadOnlyClient() {
    has(
        new XrayReadOnlyException("PUT", URL),
        Remedy.Kind.ALLOW_WRITES,
        "PUT " + URL + " was not sent, because this client is read-only and refuses every write",
        "; use a client that was built without readOnly() to make the change");
  }

  @Test
  void isAnEditOfWhatSomebodyElseChanged() {
    has(
        new XrayConcurrentChangeException(
            "PUT", URL, "nothing was sent", null, null, List.of(), null),
        Remedy.Kind.EDIT_AGAIN,
        "PUT " + URL + ": somebody else changed the object: nothing was sent",
        "; edit it again, or use Retry.times(..)");
  }

  @Test
  void isNotAWriteWhoseOutcomeIsUnknown() {
    XrayConcurrentChangeException unknown = new XrayConcurrentChangeException(
        "PUT", URL, "it is unknown", null, null, List.of(), new IOException("lost"));

    assertThat(unknown.remedy()).isEmpty();
  }

  @Test
  void isAnAnswerWhoseStatusTellsWhatToDo() {
    has(
        XrayApiException.of("GET", URL, 401, "Bad credentials"),
        Remedy.Kind.RENEW_CREDENTIALS,
        "GET " + URL + " answered 401: Bad credentials",
        "");
    has(
        XrayApiException.of("GET", URL, 403),
        Remedy.Kind.USE_PERMITTED_USER,
        "GET " + URL + " answered 403",
        "");
    assertThat(XrayApiException.of("GET", URL, 404).remedy()).isEmpty();
  }

  @Test
  void isAFailureWhoseKindTellsWhatToDo() {
    has(
        new XrayTransportException(Kind.NO_TLS, "GET", URL, "TLS failed", null),
        Remedy.Kind.TRUST_CERTIFICATE,
        "TLS failed",
        "; if a private authority issued the certificate, set caFile");
    has(
        new XrayTimeoutException(Kind.TIMEOUT, "GET", URL, "too slow", null),
        Remedy.Kind.RAISE_TIME_LIMIT,
        "too slow",
        "");
  }

  @Test
  void survivesSerialization() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new XrayReadOnlyException("PUT", URL));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Remediable read = (Remediable) in.readObject();

      assertThat(read.remedy().map(Remedy::kind)).contains(Remedy.Kind.ALLOW_WRITES);
      assertThat(read.problem()).contains("refuses every write");
    }
  }

  private static void has(Throwable failure, Remedy.Kind kind, String problem, String advice) {
    Remediable remediable = (Remediable) failure;
    assertThat(remediable.problem()).isEqualTo(problem);
    assertThat(remediable.remedy().map(Remedy::kind)).contains(kind);
    assertThat(failure).message().endsWith(problem + advice);
  }
}
