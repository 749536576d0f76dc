package io.github.xrayclient.testsupport;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.Architectures;
import java.util.Arrays;
import java.util.List;

/** The layers of a module, each of which may use lower ones only. */
public final class Layers {
  private Layers() {}

  /**
   * Fails if a class uses one of a higher layer, or is in no layer.
   *
   * @param layers each with its packages, separated by commas, the lowest first; {@code root} is
   *     the root package itself
   */
  public static void check(JavaClasses classes, String root, List<String> layers) {
    Architectures.LayeredArchitecture architecture = Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(root + "..")
        .ensureAllClassesAreContainedInArchitecture();
    for (String layer : layers) {
      architecture = architecture.layer(layer).definedBy(packages(root, layer));
      String[] lower = layers.subList(0, layers.indexOf(layer)).toArray(String[]::new);
      architecture = lower.length == 0
          ? architecture.whereLayer(layer).mayNotAccessAnyLayer()
          : architecture.whereLayer(layer).mayOnlyAccessLayers(lower);
    }
    architecture.check(classes);
  }

  private static String[] packages(String root, String layer) {
    return Arrays.stream(layer.split(", "))
        .map(name -> name.equals("root") ? root : root + "." + name)
        .toArray(String[]::new);
  }
}
