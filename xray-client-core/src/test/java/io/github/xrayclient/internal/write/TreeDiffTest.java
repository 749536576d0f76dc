package io.github.xrayclient.internal.write;

import static io.github.xrayclient.internal.write.WireField.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.FieldChange;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeDiffTest {
  private static final WireFields FIELDS = WireFields.none()
      .withWords("min_severity", "op_risk_min_risk", "risk", "custom_severity", "package_type")
      .identifiedBy("type", "name");

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static List<FieldChange> changes(String expected, String actual) {
    return TreeDiff.between(FIELDS, json(expected), json(actual));
  }

  private static List<String> fields(String expected, String actual) {
    return changes(expected, actual).stream().map(FieldChange::field).collect(Collectors.toList());
  }

  private static void same(String one, String other) {
    assertThat(changes(one, other)).as("%s and %s", one, other).isEmpty();
    assertThat(changes(other, one)).as("%s and %s", other, one).isEmpty();
  }

  private static void differs(String field, String one, String other) {
    assertThat(fields(one, other)).as("%s and %s", one, other).containsExactly(field);
    assertThat(fields(other, one)).as("%s and %s", other, one).containsExactly(field);
  }

  @Nested
  class Nothing {
    private final List<String> nothing = List.of(
        "{}",
        "{'a':null}",
        "{'a':false}",
        "{'a':0}",
        "{'a':0.00}",
        "{'a':[]}",
        "{'a':{}}",
        "{'a':{'b':{'c':false,'d':[],'e':0}}}");

    @Test
    void hasManyShapes() {
      for (String one : nothing) {
        nothing.forEach(other -> same(one, other));
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "-0.1", "'x'", "[1]", "['']", "{'b':[false]}"})
    void isNotSomething(String value) {
      nothing.forEach(
          none -> assertThat(fields(none, "{'a':" + value + "}")).as(none).hasSize(1));
      nothing.forEach(
          none -> assertThat(fields("{'a':" + value + "}", none)).as(none).hasSize(1));
    }
  }

  @Nested
  class Values {
    @ParameterizedTest
    @ValueSource(
        strings = {"min_severity", "op_risk_min_risk", "risk", "custom_severity", "package_type"})
    void ofVocabulariesHaveNoCase(String field) {
      same("{'" + field + "':'HIGH'}", "{'" + field + "':'high'}");
      same("{'x':{'" + field + "':'Npm'}}", "{'x':{'" + field + "':'npm'}}");
      differs(field, "{'" + field + "':'high'}", "{'" + field + "':'low'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "description", "type", "risks", "key", "x"})
    void ofOthersHaveCase(String field) {
      differs(field, "{'" + field + "':'High'}", "{'" + field + "':'high'}");
    }

    @Test
    void thatAreNumbersHaveNoNotation() {
      same("{'a':7}", "{'a':7.0}");
      same("{'a':1E1}", "{'a':10}");
      differs("a", "{'a':7}", "{'a':7.1}");
      differs("a", "{'a':7}", "{'a':true}");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {"'x'|['x']", "'x'|{'y':1}", "[1]|{'a':1}", "true|'yes'", "1|2", "'a'|'a '"})
    void ofOtherShapesDiffer(String one, String other) {
      differs("f.g", "{'f':{'g':" + one.trim() + "}}", "{'f':{'g':" + other.trim() + "}}");
    }
  }

  @Nested
  class Lists {
    @Test
    void haveNoOrder() {
      same("{'a':[1,2,3]}", "{'a':[3,1,2]}");
      same(
          "{'a':[{'name':'x','v':1},{'name':'y','v':[1,2]}]}",
          "{'a':[{'v':[2,1],'name':'y'},{'name':'x','v':1}]}");
    }

    @Test
    void countTheirElements() {
      differs("a[]", "{'a':[1,1,2]}", "{'a':[1,2]}");
      assertThat(fields("{'a':['x','x','y']}", "{'a':['x','y','y']}"))
          .containsExactly("a[]", "a[]");
    }

    @Test
    void compareElementsWithTheirLike() {
      differs(
          "a[y].v",
          "{'a':[{'name':'x','v':1},{'name':'y','v':1}]}",
          "{'a':[{'name':'y','v':2},{'name':'x','v':1}]}");
      differs(
          "f[regex].value",
          "{'f':[{'type':'regex','value':'a'},{'type':'odd','value':'a'}]}",
          "{'f':[{'type':'odd','value':'a'},{'type':'regex','value':'b'}]}");
    }

    @Test
    void compareElementsOfOneNameByTheirTypes() {
      differs(
          "a[x].v",
          "{'a':[{'name':'x','type':'build'},{'name':'x','type':'repository'}]}",
          "{'a':[{'name':'x','type':'repository','v':1},{'name':'x','type':'build'}]}");
      assertThat(fields(
              "{'a':[{'name':'x','type':'build'},{'name':'x','type':'repository'}]}",
              "{'a':[{'name':'x','type':'repository','v':1},{'name':'x','type':'build','v':2}]}"))
          .containsExactly("a[x].v", "a[x].v");
    }

    @Test
    void compareElementsOfOneNameWhoseTypeChanged() {
      assertThat(fields(
              "{'a':[{'name':'x','type':'build','v':1}]}",
              "{'a':[{'name':'y','type':'build'},{'name':'x','type':'repository','v':1}]}"))
          .containsExactly("a[x].type", "a[y]");
    }

    @Test
    void compareElementsWithAnEmptyNameByTheirType() {
      differs(
          "a[all-repos].v",
          "{'a':[{'name':'','type':'all-repos'}]}",
          "{'a':[{'name':'','type':'all-repos','v':1}]}");
    }

    @Test
    void sayWhichElementsAreNew() {
      assertThat(changes("{'a':[{'name':'x'}]}", "{'a':[{'name':'x'},{'name':'y'}]}"))
          .singleElement()
          .satisfies(change -> {
            assertThat(change.field()).isEqualTo("a[y]");
            assertThat(change.from()).isEmpty();
            assertThat(change.to()).hasValue(json("{'name':'y'}"));
          });
    }

    @Test
    void sayWhichElementsAreGone() {
      assertThat(changes("{'a':[{'name':'x'},{'name':'y'}]}", "{'a':[{'name':'y'}]}"))
          .singleElement()
          .satisfies(change -> {
            assertThat(change.field()).isEqualTo("a[x]");
            assertThat(change.from()).hasValue(json("{'name':'x'}"));
            assertThat(change.to()).isEmpty();
          });
    }

    @Test
    void thatWereEmptiedAreAChangeForEachElement() {
      assertThat(fields("{'a':[{'name':'x'},{'name':'y'}]}", "{'a':[]}"))
          .containsExactly("a[x]", "a[y]");
      differs("a", "{'a':['x','y']}", "{}");
    }

    @Test
    void ignoreMembersThatSayNothingInTheirElements() {
      same(
          "{'a':[{'name':'x','v':false,'w':null},{'name':'y'}]}",
          "{'a':[{'name':'y','f':[]},{'name':'x'}]}");
    }
  }

  /** What a table can say of a field, each fact with an example and its opposite. */
  @Nested
  class Facts {
    private final WireFields table = WireFields.of(
        field("set").set(),
        field("many").unordered(),
        field("range").ordered(),
        field("time").time(),
        field("number").number(),
        field("mode").filledInAs("off"),
        field("state").word().filledInAs("off"),
        field("on").filledInAs("true"),
        field("open").withoutDefault(),
        field("hidden").neverGivenBack(),
        field("name").displayTextOf("all-"),
        field("value").about("kind"),
        field("color").word(),
        field("inside").of(WireFields.of(field("color"), field("list").unordered())),
        field("params")
            .unordered()
            .of(WireFields.none().with(field("key").key()).identifiedBy("key")));

    private List<String> paths(String expected, String actual) {
      return TreeDiff.between(table, json(expected), json(actual)).stream()
          .map(FieldChange::field)
          .collect(Collectors.toList());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{'set':[1,2]}|{'set':[2,1,1]}",
          "{'many':[1,2,2]}|{'many':[2,1,2]}",
          "{'time':'2031-01-01T00:00:00Z'}|{'time':'2031-01-01T01:00:00.0+01:00'}",
          "{'number':'7.0'}|{'number':7}",
          "{'mode':'off'}|{}",
          "{'state':'OFF'}|{}",
          "{'state':'On'}|{'state':'on'}",
          "{'on':true}|{'on':null}",
          "{'hidden':1}|{'hidden':2}",
          "{'type':'all-repos','name':'x'}|{'type':'all-repos'}",
          "{'kind':'color','value':'Red'}|{'kind':'color','value':'red'}",
          "{'deep':{'color':'Red'}}|{'deep':{'color':'red'}}",
          "{'unknown':[1,2,2]}|{'unknown':[2,1,2]}",
          "{'inside':{'list':[1,2]}}|{'inside':{'list':[2,1]}}",
          "{'params':[{'key':'a','v':1},{'key':'b','v':false}]}|{'params':[{'key':'a','v':1}]}"
        })
    void makeTheseTheSame(String one, String other) {
      assertThat(paths(one, other)).isEmpty();
      assertThat(paths(other, one)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "set[]|{'set':[1,2]}|{'set':[1]}",
          "many[]|{'many':[1,2,2]}|{'many':[1,2]}",
          "range|{'range':[1,2]}|{'range':[2,1]}",
          "time|{'time':'2031-01-01T00:00:00Z'}|{'time':'2031-01-01T00:00:01Z'}",
          "x|{'x':'7.0'}|{'x':7}",
          "mode|{'mode':'on'}|{}",
          "mode|{'mode':'OFF'}|{}",
          "on|{'on':true}|{'on':false}",
          "on|{'on':false}|{}",
          "open|{'open':false}|{}",
          "open|{'open':0}|{}",
          "name|{'type':'repository','name':'x'}|{'type':'repository'}",
          "value|{'kind':'x','value':'Red'}|{'kind':'x','value':'red'}",
          "inside.color|{'inside':{'color':'Red'}}|{'inside':{'color':'red'}}",
          "params[a].v|{'params':[{'key':'a','v':1}]}|{'params':[{'key':'a','v':2}]}",
          "params[b]|{'params':[{'key':'a','v':1},{'key':'b','v':1}]}|{'params':[{'key':'a','v':1}]}"
        })
    void leaveTheseDifferent(String path, String one, String other) {
      assertThat(paths(one, other)).containsExactly(path);
      assertThat(paths(other, one)).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'x':false}", "{'x':0}", "{'on':true}", "{'mode':'off'}"})
    void letAnUpdateSayWhatIsAbsent(String update) {
      JsonNode absent = json("{}");

      assertThat(TreeDiff.ofUpdate(table, DifferenceDetail.FINE, absent, json(update)))
          .hasSize(1);
      assertThat(TreeDiff.between(table, json(update), absent)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'x':[]}", "{'x':{}}", "{'x':''}", "{'x':null}"})
    void letAnUpdateAddEmptyThings(String update) {
      assertThat(TreeDiff.ofUpdate(table, DifferenceDetail.FINE, json("{}"), json(update)))
          .isEmpty();
    }

    @Test
    void areRemovedIfServersSetThemAlsoInObjectsWithATable() {
      ObjectNode object = (ObjectNode) json("{'id':1,'x':{'id':2},'inside':{'id':3,'y':4}}");

      assertThat(table.withoutSetByServer(object))
          .isEqualTo(json("{'x':{'id':2},'inside':{'y':4}}"));
      assertThat(table.withoutSetByServer((ObjectNode) json("{'inside':[{'id':3,'y':4},'id']}")))
          .isEqualTo(json("{'inside':[{'y':4},'id']}"));
    }

    @Test
    void tellWhatIsSentAndWhatIsSorted() {
      WireFields sent = WireFields.of(field("a").editable(), field("b").unordered());

      assertThat(sent.editable()).containsExactly("a");
      assertThat(sent.get("a").isUnordered()).isFalse();
      assertThat(sent.get("b").isUnordered()).isTrue();
    }

    @Test
    void giveTheSameMarksInEveryRun() {
      ContentFingerprints<String> fingerprints =
          new ContentFingerprints<>(text -> "<" + text + ">");
      ContentFingerprints<String> others = new ContentFingerprints<>(text -> "<" + text + ">");

      assertThat(fingerprints.of(table, json("{'many':[1,2],'mode':'off'}")))
          .isEqualTo(others.of(table, json("{'many':[2,1.0]}")))
          .isNotEqualTo(others.of(table, json("{'many':[2,1],'mode':'on'}")));
      assertThat(fingerprints.of(table, json("{'mode':'off'}"))).isNull();
    }
  }

  /** Each of these took longer than the limit when elements were compared each with each. */
  @Nested
  class TakesTimeByTheSize {
    private List<FieldChange> soon(JsonNode one, JsonNode other) {
      return assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> TreeDiff.between(FIELDS, one, other));
    }

    private String nested(int levels, String open, String innermost, String close) {
      return open.repeat(levels) + innermost + close.repeat(levels);
    }

    private String list(int size, IntFunction<String> element) {
      return IntStream.range(0, size)
          .mapToObj(element)
          .collect(Collectors.joining(",", "{'a':[", "]}"));
    }

    @Test
    void ofNestedListsOfNamedElements() {
      String open = "{'name':'x','a':[";
      JsonNode one = json(nested(24, open, "1", "]}"));
      JsonNode other = json(nested(24, open, "2", "]}"));

      assertThat(soon(one, other)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 490})
    void ofNestedListsOfTwo(int levels) {
      String open = "{'a':[{'name':'y','v':[1,2]},{'name':'x','b':";
      JsonNode one = json(nested(levels / 2, open, "1", "}]}"));
      JsonNode other = json(nested(levels / 2, open, "2", "}]}"));

      assertThat(soon(one, other)).singleElement().satisfies(change -> {
        assertThat(change.from()).hasValue(json("1"));
        assertThat(change.to()).hasValue(json("2"));
      });
    }

    @Test
    void ofTheDeepestTrees() {
      for (String open : List.of("[", "{'a':", "{'name':'x','a':[")) {
        int levels = open.endsWith(":[") ? 499 : 999;
        String close = open.replaceAll("[^\\[{]", "").replace('{', '}').replace('[', ']');
        String closing = new StringBuilder(close).reverse().toString();
        JsonNode one = json(nested(levels, open, "1", closing));
        JsonNode other = json(nested(levels, open, "2", closing));

        assertThat(soon(one, other)).as(open).isNotEmpty();
        assertThat(soon(one, json(one.toString()))).as(open).isEmpty();
      }
    }

    @Test
    void ofResourcesInAnotherOrder() {
      JsonNode one =
          json(list(4_000, i -> "{'type':'repository','name':'r" + i + "','filters':[]}"));
      JsonNode other =
          json(list(4_000, i -> "{'name':'r" + (3_999 - i) + "','type':'repository'}"));

      assertThat(soon(one, other)).isEmpty();
    }

    @Test
    void ofRulesWithOtherNumbers() {
      JsonNode one = json(list(4_000, i -> "{'name':'r" + i + "','priority':" + (i + 1) + "}"));
      JsonNode other = json(list(4_000, i -> "{'name':'r" + i + "','priority':" + (i + 2) + "}"));

      assertThat(soon(one, other)).hasSize(4_000).first().hasToString("a[r0].priority: 1 → 2");
    }

    @Test
    void ofElementsThatHaveNoName() {
      JsonNode one = json(list(4_000, i -> "{'v':" + (i + 1) + "}"));
      JsonNode other = json(list(4_000, i -> "{'v':" + -(i + 1) + "}"));

      assertThat(soon(one, other)).hasSize(8_000);
    }

    @Test
    void ofElementsThatAllHaveOneName() {
      JsonNode one = json(list(4_000, i -> "{'name':'x','v':" + (i + 1) + "}"));
      JsonNode other = json(list(4_000, i -> "{'name':'x','v':" + -(i + 1) + "}"));

      assertThat(soon(one, other)).hasSize(4_000);
    }

    @Test
    void withPathsOfABoundedLength() {
      String open = "{'" + "n".repeat(2_000) + "':";
      JsonNode one = json(nested(900, open, "1", "}"));
      JsonNode other = json(nested(900, open, "2", "}"));

      assertThat(soon(one, other))
          .singleElement()
          .satisfies(change -> assertThat(change.field()).hasSizeLessThan(1_010));
    }
  }

  @Test
  void knowsWhichValuesMeanTheSameAsAnAbsentField() {
    assertThat(TreeDiff.isNothing(null)).isTrue();
    assertThat(TreeDiff.isNothing(json("{'a':[]}"))).isTrue();
    assertThat(TreeDiff.isNothing(json("{'a':[0]}"))).isFalse();
  }

  @Test
  void givesCopiesOfWhatDiffers() {
    JsonNode one = json("{'a':{'b':[1]}}");
    FieldChange change = TreeDiff.between(FIELDS, one, json("{}")).get(0);

    ((ObjectNode) one.get("a")).removeAll();
    change.from().ifPresent(value -> ((ObjectNode) value).removeAll());

    assertThat(change.from()).hasValue(json("{'b':[1]}"));
  }

  @Test
  void leavesBothTreesAsTheyAre() {
    JsonNode one = json("{'a':[{'name':'x'},{'name':'y','v':{'w':1}}],'b':null}");
    JsonNode other = json("{'a':[{'name':'y'}],'c':{'d':1}}");
    JsonNode copy = one.deepCopy();
    JsonNode otherCopy = other.deepCopy();

    assertThat(TreeDiff.between(FIELDS, one, other)).hasSize(3);

    assertThat(one).isEqualTo(copy);
    assertThat(other).isEqualTo(otherCopy);
  }

  @Test
  void saysFromWhichValueToWhich() {
    assertThat(changes("{'a':{'b':'x'}}", "{'a':{'c':[1]}}"))
        .extracting(FieldChange::toString)
        .containsExactly("a.b: x → not set", "a.c: not set → [1]");
  }
}
