package io.github.xrayclient.diagnostics.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicyGroupTest {
  @Nested
  class ByPosition {
    @Test
    void readsOnePartAsPolicy() {
      ViolatedPolicy group = PolicyGroup.parse("strict");

      assertThat(group)
          .isEqualTo(ViolatedPolicy.builder().policy("strict").raw("strict").build());
    }

    @Test
    void readsThreePartsWithoutRecommendation() {
      ViolatedPolicy group = PolicyGroup.parse("p,c,Score: 9 | 10");

      assertThat(group.condition()).contains("c");
      assertThat(group.explanation()).contains("Score: 9 | 10");
      assertThat(group.recommendation()).isEmpty();
    }

    @Test
    void leavesOutEmptyParts() {
      ViolatedPolicy group = PolicyGroup.parse("p,,e, ");

      assertThat(group.condition()).isEmpty();
      assertThat(group.explanation()).contains("e");
      assertThat(group.recommendation()).isEmpty();
    }

    @Test
    void keepsCommasInTheExplanation() {
      ViolatedPolicy group =
          PolicyGroup.parse("p, c, Licenses: [LicenseRef-x], GPL-3.0,AGPL, Replace the package");

      assertThat(group.explanation()).contains("Licenses: [LicenseRef-x], GPL-3.0,AGPL");
      assertThat(group.recommendation()).contains("Replace the package");
    }

    @Test
    void keepsCommasInTheRecommendation() {
      ViolatedPolicy group = PolicyGroup.parse("p, c, bad, really, Upgrade to: 3.7.0, 4.0.0");

      assertThat(group.explanation()).contains("bad, really");
      assertThat(group.recommendation()).contains("Upgrade to: 3.7.0, 4.0.0");
    }

    @Test
    void takesTheLastPartWhereNoneReadsLikeAdvice() {
      ViolatedPolicy group = PolicyGroup.parse("p, c, one, two, nothing to be done");

      assertThat(group.explanation()).contains("one, two");
      assertThat(group.recommendation()).contains("nothing to be done");
    }

    @Test
    void acceptsAdviceInSmallLetters() {
      ViolatedPolicy group = PolicyGroup.parse("p,c,one,two,upgrade to 2,or 3");

      assertThat(group.recommendation()).contains("upgrade to 2,or 3");
    }

    @Test
    void doesNotTakeAnExplanationThatBeginsLikeAdvice() {
      ViolatedPolicy group = PolicyGroup.parse("p, c, Use of eval, and more, Upgrade to 2");

      assertThat(group.explanation()).contains("Use of eval, and more");
      assertThat(group.recommendation()).contains("Upgrade to 2");
    }

    @Test
    void doesNotTakeAWordThatMerelyBeginsLikeAdvice() {
      ViolatedPolicy group = PolicyGroup.parse("p, c, one, Users affected, final words");

      assertThat(group.explanation()).contains("one, Users affected");
      assertThat(group.recommendation()).contains("final words");
    }

    @Test
    void doesNotSplitInsideBraces() {
      ViolatedPolicy group = PolicyGroup.parse("p, c {a, b}, uses {a, {b, c}}");

      assertThat(group.condition()).contains("c {a, b}");
      assertThat(group.explanation()).contains("uses {a, {b, c}}");
      assertThat(group.recommendation()).isEmpty();
    }

    @Test
    void keepsEverythingInItsRawText() {
      String text = "p, c, one, two, three, four, five";

      assertThat(PolicyGroup.parse(text).raw()).isEqualTo(text);
    }
  }

  @Nested
  class ByName {
    @Test
    void readsPartsThatSayWhatTheyAre() {
      ViolatedPolicy group = PolicyGroup.parse("policy:no-old,condition:too old, by far");

      assertThat(group.policy()).isEqualTo("no-old");
      assertThat(group.condition()).contains("too old, by far");
      assertThat(group.explanation()).isEmpty();
    }
  }
}
