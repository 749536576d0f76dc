package io.github.xrayclient.curation.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static List<VersionRange> read(String text) {
    return VersionRange.read(json(text)).orElseThrow();
  }

  private static JsonNode written(VersionRange... ranges) {
    ConditionDraft draft =
        ConditionDraft.packageVersions("n", PackageType.NPM, "p", ranges).build();
    return RoundTrip.write(draft).at("/param_values/2/value");
  }

  @Nested
  class Written {
    @Test
    void isAListOfObjects() {
      assertThat(written(VersionRange.exactly("1.0", "1.1")))
          .isEqualTo(json("[{'in':['1.0','1.1']}]"));
      assertThat(written(VersionRange.any())).isEqualTo(json("[{'any':''}]"));
      assertThat(written(VersionRange.from("1"))).isEqualTo(json("[{'gte':'1'}]"));
      assertThat(written(VersionRange.after("1"))).isEqualTo(json("[{'gt':'1'}]"));
      assertThat(written(VersionRange.any().before("2"))).isEqualTo(json("[{'lt':'2'}]"));
      assertThat(written(VersionRange.any().upTo("2"))).isEqualTo(json("[{'lte':'2'}]"));
      assertThat(written(VersionRange.from("1").before("2")))
          .isEqualTo(json("[{'gte':'1','lt':'2'}]"));
      assertThat(written(VersionRange.after("1").upTo("2")))
          .isEqualTo(json("[{'gt':'1','lte':'2'}]"));
    }

    @Test
    void keepsSeveralInTheirOrder() {
      assertThat(written(VersionRange.from("3"), VersionRange.exactly("1"), VersionRange.any()))
          .isEqualTo(json("[{'gte':'3'},{'in':['1']},{'any':''}]"));
    }

    @Test
    void hasOneUpperBoundTheLastOne() {
      assertThat(written(VersionRange.from("1").before("2").upTo("3")))
          .isEqualTo(json("[{'gte':'1','lte':'3'}]"));
    }
  }

  @Nested
  class Read {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "['[3.6.1]','[3.7.1]']",
          "[{'in':['3.6.1']},{'in':['3.7.1']}]",
          "['3.6.1',{'in':['3.7.1']}]"
        })
    void isTheSameFromEveryShapeOfAList(String shape) {
      assertThat(read(shape))
          .containsExactly(VersionRange.exactly("3.6.1"), VersionRange.exactly("3.7.1"));
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '"',
        delimiter = '|',
        value = {
          "'[1.0,2.0)'     | {'gte':'1.0','lt':'2.0'}",
          "'(1.0,2.0]'     | {'gt':'1.0','lte':'2.0'}",
          "' [ 1.0 , 2.0 ] '| {'gte':'1.0','lte':'2.0'}",
          "'(1.0,2.0)'     | {'gt':'1.0','lt':'2.0'}",
          "'[1.0,)'        | {'gte':'1.0'}",
          "'(1.0,)'        | {'gt':'1.0'}",
          "'(,2.0)'        | {'lt':'2.0'}",
          "'(,2.0]'        | {'lte':'2.0'}",
          "'(,)'           | {'any':''}",
          "'[1.0]'         | {'in':['1.0']}"
        })
    void isTheSameFromATextAndFromAnObject(String text, String object) {
      List<VersionRange> fromObject = read(object);

      assertThat(read(text)).isEqualTo(fromObject).hasSize(1);
      assertThat(read("[" + text + "]")).isEqualTo(fromObject);
      assertThat(read("[" + object + "]")).isEqualTo(fromObject);
      assertThat(written(fromObject.get(0))).isEqualTo(json("[" + object + "]"));
    }

    @Test
    void hasItsBounds() {
      VersionRange range = read("{'gte':'2.0','lt':'3.0'}").get(0);

      assertThat(range.lower()).hasValue("2.0");
      assertThat(range.isLowerIncluded()).isTrue();
      assertThat(range.upper()).hasValue("3.0");
      assertThat(range.isUpperIncluded()).isFalse();
      assertThat(range.exact()).isEmpty();
      assertThat(range.isAny()).isFalse();
      assertThat(range).hasToString("[2.0,3.0)");
    }

    @Test
    void ofAllOrSomeHasNoBounds() {
      assertThat(read("{'any':''}").get(0).isAny()).isTrue();
      VersionRange some = read("{'in':['1.0','1.1']}").get(0);
      assertThat(some.exact()).containsExactly("1.0", "1.1");
      assertThat(some.isAny()).isFalse();
      assertThat(some.lower()).isEmpty();
      assertThat(some.upper()).isEmpty();
    }

    @Test
    void worksForEveryConditionOfTheSamples() {
      for (JsonNode json : Fixtures.json("conditions/GET_conditions_package-versions_200.json")) {
        Condition condition = RoundTrip.read(json, Condition.class);
        JsonNode value = condition.paramValues().get(2).value().orElseThrow();

        assertThat(VersionRange.read(value).orElseThrow()).isNotEmpty();
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "null",
          "7",
          "true",
          "{}",
          "''",
          "' '",
          "'[]'",
          "'[ ]'",
          "{'in':[]}",
          "{'other':'1'}",
          "['[1]',null]",
          "['[1]',7]",
          "[['[1]']]",
          "[{}]",
          "['[1]',{'other':1}]"
        })
    void isEmptyForAnythingElse(String value) {
      assertThat(VersionRange.read(json(value))).isEmpty();
    }

    @Test
    void ofAnEmptyListHasNoRange() {
      assertThat(read("[]")).isEmpty();
    }
  }

  @Nested
  class Refuses {
    @Test
    void noVersionAndBlankOnes() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> VersionRange.exactly())
          .withMessageContaining("versions");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> VersionRange.exactly("1", ""))
          .withMessageContaining("versions");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> VersionRange.from(" "))
          .withMessageContaining("version");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> VersionRange.after(""))
          .withMessageContaining("version");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> VersionRange.any().before(""))
          .withMessageContaining("version");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> VersionRange.any().upTo("\u0000"))
          .withMessageContaining("version");
    }
  }

  @Nested
  class Equality {
    @Test
    void goesByWhatIsCovered() {
      assertThat(VersionRange.from("1").before("2"))
          .isEqualTo(VersionRange.from("1").before("2"))
          .hasSameHashCodeAs(VersionRange.from("1").before("2"))
          .isNotEqualTo(VersionRange.after("1").before("2"))
          .isNotEqualTo(VersionRange.from("1").upTo("2"))
          .isNotEqualTo(VersionRange.from("1"))
          .isNotEqualTo(VersionRange.any());
    }
  }
}
