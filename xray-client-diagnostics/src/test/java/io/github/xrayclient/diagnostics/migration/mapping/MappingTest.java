package io.github.xrayclient.diagnostics.migration.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.diagnostics.migration.Mapping;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
  @TempDir
  Path folder;

  private Mapping read(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("names.json"), json.replace('\'', '"'));
    return Mapping.read(file);
  }

  @Nested
  class InAFile {
    @Test
    void haveAFieldForEachKindOfNames() throws IOException {
      String json = "{'binaryManagers':{'art-1':'default'},'buildRepositories':{'b':'c'},"
          + "'conditions':{'young':'old'},'groups':{'dev-*':'prod-*'},'mails':{'a@x':'b@x'},"
          + "'projects':{'dev':'prod'},'repositories':{'art-1:r':'s','r':'t'},"
          + "'webhooks':{'hook':'other'},'strict':true}";

      Mapping mapping = read(json);

      assertThat(mapping.toJson()).hasToString(json.replace('\'', '"'));
      assertThat(mapping)
          .isEqualTo(Mapping.none()
              .binaryManager("art-1", "default")
              .buildRepository("b", "c")
              .condition("young", "old")
              .group("dev-*", "prod-*")
              .mail("a@x", "b@x")
              .project("dev", "prod")
              .repositoryOf("art-1", "r", "s")
              .repository("r", "t")
              .webhook("hook", "other")
              .strict());
      assertThat(mapping.isStrict()).isTrue();
      assertThat(mapping.repositories()).containsEntry("art-1:r", "s").containsEntry("r", "t");
      assertThat(mapping.mails()).containsEntry("a@x", "b@x");
      assertThat(mapping.webhooks()).containsEntry("hook", "other");
      assertThat(mapping.buildRepositories()).containsEntry("b", "c");
    }

    /** A pipe does not say how long its content is. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void canComeFromAPipe() throws Exception {
      Path pipe = folder.resolve("pipe");
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
          .isZero();
      String name = "x".repeat(100_000);
      CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
        try {
          Files.writeString(pipe, "{\"groups\":{\"a\":\"" + name + "\"}}");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });

      assertThat(Mapping.read(pipe)).isEqualTo(Mapping.none().group("a", name));
      written.get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{'repos':{}} | it maps repos, but only these can be mapped: binaryManagers,"
              + " buildRepositories, conditions, groups, mails, projects, repositories, webhooks",
          "{'groups':[]} | groups must be an object of old and new names, as in {'old': 'new'}",
          "{'groups':{'a':' '}} | the new name of 'a' in groups must be a string that is not blank",
          "{'groups':{'a*':'b*c*'}} | the new name of 'a*' in groups must not have more asterisks than"
              + " the old one, but was 'b*c*' for 'a*'",
          "{'repositories':{':a':'b'}} | the new name of ':a' in repositories belongs to the old name"
              + " ':a', in which the id or the repository is missing; write it as ID:REPOSITORY",
          "{'repositories':{'x:a':'y:b'}} | the new name of 'x:a' in repositories must be the key of a"
              + " repository without the id of an Artifactory instance, but was 'y:b'; map that id in"
              + " binaryManagers",
          "{'strict':'yes'} | strict must be true or false",
        })
    void areRefusedWithTheReason(String json, String reason) {
      assertThatThrownBy(() -> read(json))
          .isInstanceOf(MigrationException.class)
          .hasMessage(folder.resolve("names.json") + ": " + reason.replace('\'', '"'));
    }
  }

  @Nested
  class Names {
    @Test
    void fillThePlacesOfAsterisks() {
      Mapping mapping = Mapping.none()
          .project("*", "x-*")
          .project("dev-*", "prod-*")
          .project("dev-*-eu", "eu-*")
          .project("dev-one", "single")
          .project("*-and-*", "*+*");

      assertThat(mapping.projectOf("dev-one")).isEqualTo("single");
      assertThat(mapping.projectOf("dev-two")).isEqualTo("prod-two");
      assertThat(mapping.projectOf("dev-two-eu")).isEqualTo("eu-two");
      assertThat(mapping.projectOf("dev-")).isEqualTo("prod-");
      assertThat(mapping.projectOf("a-and-b-and-c")).isEqualTo("a+b-and-c");
      assertThat(mapping.projectOf("other")).isEqualTo("x-other");
    }

    @Test
    void mayLoseWhatAsterisksStandFor() {
      assertThat(Mapping.none().project("dev-*", "all").projectOf("dev-one")).isEqualTo("all");
    }

    @Test
    void stayAsTheyAreWithoutAnEntry() {
      assertThat(Mapping.none().project("dev", "prod").projectOf("qa")).isEqualTo("qa");
    }

    @Test
    void areRefusedIfTheyDoNotFit() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Mapping.none().mail("a", "*"))
          .withMessage(
              "target must not have more asterisks than the old one, but was \"*\" for \"a\"");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Mapping.none().repositoryOf(" ", "a", "b"));
    }
  }
}
