package io.github.xrayclient.curation.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockMessageTest {
  @Test
  void hasEachPolicyWithItsParts() {
    BlockMessage message = BlockMessage.read("Package a:1 download was blocked by JFrog Packages"
        + " Curation service due to the following policies violated {p, c, e {x, y}, Upgrade to 2},"
        + "\n{q,d},{}, {r");

    assertThat(message.isBlock()).isTrue();
    assertThat(message.policies()).extracting(PolicyGroup::policy).containsExactly("p", "q", "r");
    PolicyGroup first = message.policies().get(0);
    assertThat(first.condition()).hasValue("c");
    assertThat(first.explanation()).hasValue("e {x, y}");
    assertThat(first.recommendation()).hasValue("Upgrade to 2");
  }

  @Test
  void hasThePolicyInQuotes() {
    assertThat(BlockMessage.read("blocked by Curation service due to policy 'Bob's rule'")
            .policies())
        .extracting(PolicyGroup::policy)
        .containsExactly("Bob's rule");
  }

  @Test
  void namesAPolicyEvenIfItIsAboutPermissions() {
    assertThat(BlockMessage.read("policies violated {permission check, c}").isBlock())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Forbidden",
        "Request blocked",
        "not permitted to see packages blocked by Curation",
        "{a, b}",
        "The account is blocked"
      })
  void isNoBlockWithoutAPackageOrWithWordsAboutRights(String text) {
    assertThat(BlockMessage.read(text).isBlock()).isFalse();
    assertThat(BlockMessage.read(text).policies()).isEmpty();
  }
}
