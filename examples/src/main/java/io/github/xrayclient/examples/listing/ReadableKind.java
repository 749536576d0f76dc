package io.github.xrayclient.examples.listing;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.examples.cli.NearNames;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.value.NameOrId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of objects that can be read by a name or an id. */
enum ReadableKind {
  POLICY("policies") {
    @Override
    Object read(XrayClient xray, Optional<String> project, NameOrId object) {
      return project.map(xray.policies()::inProject).orElse(xray.policies()).get(object);
    }
  },
  WATCH("watches") {
    @Override
    Object read(XrayClient xray, Optional<String> project, NameOrId object) {
      return project.map(xray.watches()::inProject).orElse(xray.watches()).get(object);
    }
  },
  CURATION_POLICY("curation-policies") {
    @Override
    Object read(XrayClient xray, Optional<String> project, NameOrId object) {
      refuse(project);
      return Curation.of(xray).policies().get(object);
    }
  },
  CONDITION("conditions") {
    @Override
    Object read(XrayClient xray, Optional<String> project, NameOrId object) {
      refuse(project);
      return Curation.of(xray).conditions().get(object);
    }
  },
  IGNORE_RULE("ignore-rules") {
    @Override
    Object read(XrayClient xray, Optional<String> project, NameOrId object) {
      if (!object.mayBeId()) {
        throw new IllegalArgumentException(
            "NAME must be an ID, since ignore rules have no names; leave name: out");
      }
      return project
          .map(xray.ignoreRules()::inProject)
          .orElse(xray.ignoreRules())
          .get(IgnoreRuleId.of(object.text()));
    }
  };

  private final String plural;

  ReadableKind(String plural) {
    this.plural = plural;
  }

  /** Reads the object with this name or id, in a project if one is given. */
  abstract Object read(XrayClient xray, Optional<String> project, NameOrId object);

  /** Returns the kind of this name, in the singular or the plural. */
  static ReadableKind of(String text) {
    String word = text.toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(values())
        .filter(kind -> kind.toString().equals(word) || kind.plural.equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(word));
  }

  private static IllegalArgumentException unknown(String word) {
    List<String> kinds =
        Arrays.stream(values()).map(ReadableKind::toString).collect(Collectors.toList());
    List<String> near = NearNames.of(word, kinds);
    return new IllegalArgumentException("KIND must be one of " + String.join(", ", kinds)
        + ", but was \"" + word + "\""
        + (near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)"));
  }

  private static void refuse(Optional<String> project) {
    if (project.isPresent()) {
      throw new IllegalArgumentException(
          "--project has no effect on Curation, which has no projects; leave the option out");
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
