package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurationCommandsTest extends CommandLineFixture {
  @BeforeEach
  void seedRequestsAndAudit() {
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    fake.seed(FakeXray.Kind.CURATION_POLICIES, resource("dry-run-policy.json"))
        .seed(FakeXray.Kind.WAIVER_REQUESTS, resource("waiver-requests.json"))
        .seed(
            FakeXray.Kind.AUDIT_EVENTS,
            resource("audit-events.json").replace("YESTERDAY", yesterday.toString()));
  }

  @Nested
  class WaiverRequests {
    @Test
    void thatWaitAreListed() throws IOException {
      assertThat(onServer("waiver-requests")).isZero();
      assertThat(out.toString())
          .contains("42", "acme-widgets:3.6.1", "npm-remote", "needed for release");
    }

    @Test
    void areApprovedForSomeDays() {
      assertThat(onServer(
              "waiver-requests",
              "--approve",
              "42",
              "--justification",
              "time boxed",
              "--days",
              "30"))
          .isZero();

      JsonNode request = fake.stored(FakeXray.Kind.WAIVER_REQUESTS).get(0);
      assertThat(request.get("status").asText()).isEqualTo("approved");
      assertThat(request.has("waiver_expiry")).isTrue();
      assertThat(out.toString().lines()).containsExactly("Approved 42.");
      assertThat(err.toString()).isEmpty();
    }

    @Test
    void tellWhatWasDecidedBeforeAFailure() {
      assertThat(onServer(
              "waiver-requests", "--approve", "42", "--approve", "999", "--justification", "ok"))
          .isEqualTo(4);
      assertThat(out.toString().lines()).containsExactly("Approved 42.");
      assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void areRejected() {
      assertThat(onServer("waiver-requests", "--reject", "42", "--justification", "upgrade"))
          .isZero();

      assertThat(fake.stored(FakeXray.Kind.WAIVER_REQUESTS).get(0).get("status").asText())
          .isEqualTo("rejected");
    }

    @Test
    void areNotDecidedIfNoneIsNamed() {
      assertThat(onServer("waiver-requests", "--justification", "x")).isEqualTo(2);
      assertThat(err.toString()).contains("no request is named; use --approve or --reject");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void areNotRejectedForSomeDays() {
      assertThat(
              onServer("waiver-requests", "--reject", "42", "--justification", "x", "--days", "3"))
          .isEqualTo(2);
      assertThat(err.toString()).contains("--days is for approvals");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void areNotDecidedWithoutAJustification() {
      assertThat(onServer("waiver-requests", "--approve", "42")).isEqualTo(2);
      assertThat(err.toString()).contains("--justification");
      assertThat(fake.requests()).isEmpty();
    }
  }

  @Nested
  class WouldBlock {
    @Test
    void countsPackagesRepositoriesAndUsers() {
      assertThat(onServer("would-block", "--policy", "15")).isZero();
      assertThat(out.toString())
          .contains(
              "Policy 15 (npm-younger-than-14-days) would have blocked 4 downloads in the last 7 days.",
              "npm acme-widgets  3          3.6.1 (2), 3.6.2 (1)",
              "Repositories: npm-remote (3), npm-mirror (1)",
              "Users: dev-1 (2), anonymous (1), dev-2 (1)");
    }

    @Test
    void givesTheSameAsJson() throws IOException {
      assertThat(onServer("would-block", "--policy", "15", "--format", "json")).isZero();
      assertThat(json().get("downloads").asInt()).isEqualTo(4);
      assertThat(json().get("packages").get(0).get("package_name").asText())
          .isEqualTo("acme-widgets");
    }

    @Test
    void saysWhatAnEmptyAuditMayMean() {
      assertThat(onServer("would-block", "--policy", "11", "--days", "30")).isZero();
      assertThat(out.toString()).contains("0 downloads in the last 30 days", "Curation is off");
    }

    @Test
    void refusesNoDays() {
      assertThat(onServer("would-block", "--policy", "15", "--days", "0")).isEqualTo(2);
      assertThat(err.toString()).contains("--days must be between 1 and 36525, but was 0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy-waiver", "waiver-requests", "would-block"})
  void describeThemselves(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: xray-examples " + command);
  }
}
