package io.github.xrayclient.diagnostics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.testsupport.PublicSignatures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrows between packages point one way, and callers see nothing of the inside. */
class ArchitectureTest {
  private static final String ROOT = "io.github.xrayclient.diagnostics";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  @Nested
  class Arrows {
    /** Each line is a layer and the layers that it uses; a layer is a subject with its internals. */
    @ParameterizedTest
    @CsvSource({
      "refusal internal.refusal, ''",
      "explanation, refusal",
      "internal.coverage, explanation",
      "internal.evidence, internal.coverage explanation refusal internal.refusal",
      "internal.advice, internal.evidence internal.coverage explanation refusal",
      "block, internal.advice internal.evidence internal.coverage explanation refusal internal.refusal",
      "report internal.report, explanation refusal",
      "internal.migration.content, migration",
      "internal.migration.plan, migration internal.migration.content",
      "internal.migration.run, migration internal.migration.content internal.migration.plan",
      "migration, internal.migration.content internal.migration.plan internal.migration.run"
    })
    void leadDownOnly(String from, String allowed) {
      DescribedPredicate<JavaClass> own = resideInAPackage(ROOT + "..");

      classes()
          .that()
          .resideInAnyPackage(packages(from))
          .should()
          .onlyDependOnClassesThat(DescribedPredicate.not(own)
              .or(resideInAnyPackage(packages(from + " " + allowed)))
              .as("those below " + from))
          .allowEmptyShould(true)
          .check(CLASSES);
    }

    private String[] packages(String names) {
      return Arrays.stream(names.trim().split(" "))
          .map(name -> ROOT + "." + name)
          .toArray(String[]::new);
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
        .filter(type -> !type.getPackageName().contains(".internal."))
        .map(JavaClass::reflect)
        .collect(Collectors.toList());

    @Test
    void areFound() {
      assertThat(visible).hasSizeGreaterThan(20).contains(BlockedDownloads.class);
    }

    @Test
    void nameNothingFromInside() {
      assertThat(PublicSignatures.naming(
              visible, name -> name.contains(".internal.") || name.contains("Immutable")))
          .isEmpty();
    }
  }
}
