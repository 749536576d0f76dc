package io.github.xrayclient.examples.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The shell steps of the recipes in the README of the command line. */
final class Recipe {
  private static final Pattern SECTION = Pattern.compile("(?ms)^## Recipes\n(.*?)^## ");
  private static final Pattern RECIPE = Pattern.compile("(?ms)^### ([^\n]+)\n(.*?)(?=^### |\\z)");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|yaml|groovy)\n(.*?)^```$");
  private static final Pattern YAML_STEP =
      Pattern.compile("(?m)^( *)(?:- )?(?:run: )?\\|\n((?:\\1 +.*\n)+)");
  private static final Pattern GROOVY_STEP = Pattern.compile("(?s)sh '''(.*?)'''");

  final String name;
  private final String text;

  private Recipe(MatchResult found) {
    this.name = found.group(1);
    this.text = found.group(2);
  }

  static List<Recipe> all() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    return SECTION
        .matcher(readme)
        .results()
        .flatMap(section -> RECIPE.matcher(section.group(1)).results())
        .map(Recipe::new)
        .collect(Collectors.toList());
  }

  /** The script that shows how to handle exit codes. */
  static String ofExitCodes() throws IOException {
    return Pattern.compile("(?s)\n## Scripts\n.*?```sh\n(.*?)```")
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  /** The recipe with this heading. */
  static Recipe named(String name) throws IOException {
    List<Recipe> found =
        all().stream().filter(recipe -> recipe.name.equals(name)).collect(Collectors.toList());
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  /** The shell steps of each script or CI file, in order. */
  List<List<String>> files() {
    return BLOCK.matcher(text).results().map(Recipe::steps).collect(Collectors.toList());
  }

  private static List<String> steps(MatchResult block) {
    String file = block.group(2);
    switch (block.group(1)) {
      case "sh":
        return List.of(file);
      case "yaml":
        return found(YAML_STEP, 2, file);
      default:
        return found(GROOVY_STEP, 1, file);
    }
  }

  private static List<String> found(Pattern step, int group, String file) {
    return step.matcher(file)
        .results()
        .map(match -> match.group(group))
        .collect(Collectors.toList());
  }
}
