package io.github.xrayclient.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenKeysTest {
  private final SeenKeys seen = new SeenKeys();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "7",
        "007",
        "00",
        "9999999",
        "10000000",
        "99999999999999999999",
        "",
        "a",
        "-1",
        "+1",
        "1.0",
        "٣",
        "7 "
      })
  void areEachAddedOnce(String text) {
    assertThat(seen.add(Timestamp.of(text))).isTrue();
    assertThat(seen.add(Timestamp.of(text))).isFalse();
    assertThat(seen.size()).isEqualTo(1);
  }

  @Test
  void tellSpellingsOfANumberApart() {
    assertThat(seen.add(Timestamp.of("7"))).isTrue();
    assertThat(seen.add(Timestamp.of("07"))).isTrue();
    assertThat(seen.add("7")).isTrue();
    assertThat(seen.add(List.of("7"))).isTrue();
    assertThat(seen.size()).isEqualTo(4);
  }

  @Test
  void compareWordsAsTheirTypeDoes() {
    assertThat(seen.add(Severity.of("High"))).isTrue();
    assertThat(seen.add(Severity.of("HIGH"))).isFalse();
  }

  @Test
  void areTheSameAsInASet() {
    Random random = new Random(7);
    Set<Object> set = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String digits = Integer.toString(random.nextInt(20_000_000) >> random.nextInt(20));
      Object key = Timestamp.of(random.nextInt(10) == 0 ? "0" + digits : digits);
      assertThat(seen.add(key)).as("%s", key).isEqualTo(set.add(key));
    }
    assertThat(seen.size()).isEqualTo(set.size());
  }
}
