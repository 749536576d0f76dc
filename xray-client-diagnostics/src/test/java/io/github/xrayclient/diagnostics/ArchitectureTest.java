package io.github.xrayclient.diagnostics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.testsupport.ClassCycles;
import io.github.xrayclient.testsupport.PublicSignatures;
import io.github.xrayclient.testsupport.ReflectiveCalls;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Arrows between packages point one way, and callers see nothing of the inside. */
class ArchitectureTest {
  private static final String ROOT = "io.github.xrayclient.diagnostics";
  private static final String INTERNAL = ROOT + ".internal";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  @Nested
  class Arrows {
    /** Which layers each layer uses. A layer is a public package and its machinery, or one of them. */
    private final Map<String, List<String>> used = Map.ofEntries(
        Map.entry("access", List.of()),
        Map.entry("markdown", List.of()),
        Map.entry("spelling", List.of()),
        Map.entry("refusal", List.of()),
        Map.entry("explanation", List.of("refusal")),
        Map.entry("report", List.of("explanation", "markdown", "refusal")),
        Map.entry("coverage", List.of("explanation")),
        Map.entry("evidence", List.of("coverage", "explanation", "refusal", "spelling")),
        Map.entry("advice", List.of("evidence", "coverage", "explanation", "refusal")),
        Map.entry("block", List.of("advice", "evidence", "coverage", "explanation", "refusal")),
        Map.entry("ignore", List.of("advice", "evidence", "explanation")),
        Map.entry("migration", List.of("markdown", "spelling")));

    @Test
    void leadDownOnlyInEveryPackage() {
      Architectures.LayeredArchitecture architecture = Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
          .ensureAllClassesAreContainedInArchitecture();
      for (String layer : used.keySet()) {
        architecture = architecture
            .layer(layer)
            .definedBy(ROOT + "." + layer, INTERNAL + "." + layer, INTERNAL + "." + layer + "..");
      }
      for (Map.Entry<String, List<String>> layer : used.entrySet()) {
        String[] lower = layer.getValue().toArray(String[]::new);
        architecture = lower.length == 0
            ? architecture.whereLayer(layer.getKey()).mayNotAccessAnyLayer()
            : architecture.whereLayer(layer.getKey()).mayOnlyAccessLayers(lower);
      }
      architecture.check(CLASSES);
    }

    /** Which packages each package of the machinery of migrations uses. */
    private final Map<String, List<String>> usedByMigrations = Map.of(
        "content", List.of(),
        "progress", List.of("content"),
        "mapping", List.of("content"),
        "check", List.of("content"),
        "server", List.of("content", "progress"),
        "export", List.of("content"),
        "selection", List.of("content", "server"),
        "plan", List.of("content", "selection", "server"),
        "planning",
            List.of("content", "progress", "mapping", "check", "server", "selection", "plan"),
        "run", List.of("content", "progress", "server", "selection", "plan"));

    @Test
    void leadFromTheRunOfAMigrationToItsPlanToItsSelectionToItsContent() {
      String migration = INTERNAL + ".migration.";
      usedByMigrations.forEach((name, lower) -> {
        String[] others = usedByMigrations.keySet().stream()
            .filter(other -> !other.equals(name) && !lower.contains(other))
            .map(other -> migration + other)
            .toArray(String[]::new);
        noClasses()
            .that()
            .resideInAPackage(migration + name)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .check(CLASSES);
      });
      classes()
          .that()
          .resideInAPackage(INTERNAL + ".migration..")
          .should()
          .resideInAnyPackage(usedByMigrations.keySet().stream()
              .map(name -> migration + name)
              .toArray(String[]::new))
          .check(CLASSES);
    }

    /** An entrance is a public class that uses the machinery; so nothing in there can know it. */
    @Test
    void neverLeadFromTheMachineryToAnEntrance() {
      DescribedPredicate<JavaClass> machinery = resideInAPackage(INTERNAL + "..");
      DescribedPredicate<JavaClass> entrance = DescribedPredicate.describe(
          "entrances",
          type -> type.getPackageName().startsWith(ROOT)
              && !machinery.test(type)
              && type.getDirectDependenciesFromSelf().stream()
                  .anyMatch(dependency -> machinery.test(dependency.getTargetClass())));

      assertThat(CLASSES.stream().filter(entrance).map(JavaClass::getSimpleName))
          .contains("RefusalLog", "BlockedDownloads", "HtmlReport", "Migration");
      noClasses().that(machinery).should().dependOnClassesThat(entrance).check(CLASSES);
    }

    @Test
    void leadInNoCycleBetweenClasses() {
      assertThat(ClassCycles.in(CLASSES)).isEmpty();
    }

    @Test
    void leadOutToTheOtherModulesTheJdkJacksonAndAnnotationsOnly() {
      classes()
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(
              "io.github.xrayclient..",
              "java..",
              "com.fasterxml.jackson..",
              "org.jspecify..",
              "org.immutables.."))
          .check(CLASSES);
    }
  }

  @Nested
  class PublicClasses {
    private final List<Class<?>> visible = CLASSES.stream()
        .filter(type -> !type.getPackageName().contains(".internal"))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> type.getEnclosingClass()
            .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC))
            .orElse(true))
        .map(JavaClass::reflect)
        .collect(Collectors.toList());

    @Test
    void areFound() {
      assertThat(visible).hasSizeGreaterThan(20).contains(BlockedDownloads.class);
    }

    @Test
    void canBeCalledByReflection() {
      assertThat(ReflectiveCalls.refused(visible)).isEmpty();
    }

    @Test
    void nameNothingFromInside() {
      assertThat(PublicSignatures.naming(
              visible, name -> name.contains(".internal.") || name.contains("Immutable")))
          .isEmpty();
    }
  }
}
