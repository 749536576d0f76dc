package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  @Test
  void isThreeRetriesByDefault() {
    assertThat(RetryPolicy.defaults().retries()).isEqualTo(3);
    assertThat(RetryPolicy.defaults().longestRetryAfter()).isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryPolicy.none().retries()).isZero();
    assertThat(RetryPolicy.defaults().longestWait()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void changesInCopiesOnly() {
    RetryPolicy policy = RetryPolicy.defaults();

    policy.retries(9).waits(Duration.ZERO, Duration.ZERO).longestRetryAfter(Duration.ZERO);

    assertThat(policy.retries()).isEqualTo(3);
    assertThat(policy.firstWait()).isEqualTo(Duration.ofMillis(250));
    assertThat(policy.longestRetryAfter()).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void refusesANumberThatIsNoHelp(int retries) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.defaults().retries(retries))
        .withMessageContainingAll("retries", String.valueOf(retries));
  }

  @Test
  void refusesWaitsThatContradictEachOther() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RetryPolicy.defaults().waits(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.defaults().waits(Duration.ofSeconds(-1), Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.defaults().longestRetryAfter(Duration.ofSeconds(-1)));
  }
}
