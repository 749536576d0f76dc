package io.github.xrayclient.examples.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.FileTree;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three instances of one company, and commands that are run against them. Each has its own ids,
 * repositories, project, groups, mail addresses and webhooks. Only {@code dev} has all policies;
 * {@code staging} is new; {@code production} has policies of its own, a waiver that somebody added,
 * and two Artifactory instances.
 */
abstract class InstancesFixture {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "top-secret-token";

  final FakeXray dev = server("dev", "1", "default", "state", "governance").pageCap(2);
  final FakeXray staging = server("staging", "2", "default", "state").pageCap(3);
  final FakeXray production = server("prod", "7", "art-eu", "state", "own").pageCap(1);

  @TempDir
  Path folder;

  @BeforeEach
  final void writeFiles() throws IOException {
    Files.writeString(folder.resolve("token"), TOKEN);
    for (String[] target : new String[][] {{"staging", "default"}, {"prod", "art-eu"}}) {
      String names = "{'repositories':{'*-dev':'*-ENV'},'projects':{'dev-team':'ENV-team'},"
          + "'groups':{'dev-*':'ENV-*'},'webhooks':{'dev-hook':'ENV-hook'},"
          + "'binaryManagers':{'default':'MANAGER'},"
          + "'mails':{'*@dev.acme.example':'*@ENV.acme.example'}}";
      Files.writeString(
          folder.resolve(target[0] + ".json"),
          names.replace('\'', '"').replace("ENV", target[0]).replace("MANAGER", target[1]));
    }
  }

  @AfterEach
  final void stop() {
    List.of(dev, staging, production).forEach(FakeXray::close);
  }

  private static FakeXray server(String name, String ids, String manager, String... files) {
    FakeXray server = FakeXray.start().requireToken(TOKEN);
    for (String file : files) {
      try {
        String text = Files.readString(Path.of("src/test/resources/instances", file + ".json"))
            .replace("$", name)
            .replace("#", ids)
            .replace("@\"", manager + "\"");
        JSON.readTree(text)
            .properties()
            .forEach(
                kind -> server.seed(Kind.valueOf(kind.getKey()), kind.getValue().toString()));
      } catch (IOException e) {
        throw new AssertionError(file, e);
      }
    }
    return server;
  }

  /** The path of a file in the folder of the test. */
  final String file(String name) {
    return folder.resolve(name).toString();
  }

  final String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  /** Replaces a text in a file. */
  final void edit(String name, String from, String to) throws IOException {
    String text = read(name);
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(name), text.replace(from, to));
  }

  /** The content of all files of a directory, by path. */
  final Map<String, String> files(String name) {
    return FileTree.texts(folder.resolve(name));
  }

  /** Everything that a server stores, without a change of a byte. */
  static Map<Kind, String> state(FakeXray server) {
    Map<Kind, String> state = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      state.put(kind, server.stored(kind).toString());
    }
    return state;
  }

  /** The one stored object with this name. */
  static JsonNode stored(FakeXray server, Kind kind, String name) {
    List<JsonNode> found = server.stored(kind).stream()
        .filter(object ->
            object.path("name").asText(object.at("/general_data/name").asText()).equals(name))
        .collect(Collectors.toList());
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** The one stored object with this name, in which a text is replaced by somebody else. */
  static void change(FakeXray server, Kind kind, String name, String from, String to) {
    String text = stored(server, kind, name).toString();
    assertThat(text).contains(from);
    server.seed(kind, text.replace(from, to));
  }

  /** Adds a waiver of all versions of an npm package as a person with another client does. */
  static void waive(FakeXray server, String policy, String id, String name, String person) {
    try {
      JsonNode changed = stored(server, Kind.CURATION_POLICIES, policy);
      ((ObjectNode) changed)
          .withArray("waivers")
          .add(JSON.readTree(("{'id':'" + id + "','pkg_type':'npm','pkg_name':'" + name
                  + "','all_versions':true,'justification':'incident','created_by':'" + person
                  + "','created_at':'2026-02-03T04:05:06Z'}")
              .replace('\'', '"')));
      server.seed(Kind.CURATION_POLICIES, changed.toString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a command against a server. Words are separated by spaces; {@code ~/} is the folder. */
  final Outcome on(FakeXray server, String command) {
    return on(server.url(), command);
  }

  final Outcome on(String url, String command) {
    return run(command + " --url " + url + " --token-file ~/token");
  }

  /** Runs a command without a server. */
  final Outcome run(String command) {
    List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
    words.replaceAll(word -> word.startsWith("~/") ? file(word.substring(2)) : word);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = CommandLineFixture.run(out, err, words.toArray(new String[0]));
    return new Outcome(exit, out.toString(), err.toString());
  }

  /** How a command ended, and what it printed. */
  static final class Outcome {
    final int exit;
    final String out;
    final String err;

    Outcome(int exit, String out, String err) {
      this.exit = exit;
      this.out = out;
      this.err = err;
    }

    Outcome exits(int code) {
      assertThat(exit).as("exit code of: %s%s", out, err).isEqualTo(code);
      return this;
    }

    Outcome says(String... texts) {
      assertThat(out).contains(texts);
      return this;
    }

    Outcome warns(String... texts) {
      assertThat(err).contains(texts);
      return this;
    }
  }
}
