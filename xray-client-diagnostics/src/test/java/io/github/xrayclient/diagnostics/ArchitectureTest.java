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
import io.github.xrayclient.testing.PublicSignatures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    @ParameterizedTest
    @CsvSource({"refusal, ''", "block, refusal", "report, block refusal", "migration, ''"})
    void leadDownOnly(String from, String allowed) {
      DescribedPredicate<JavaClass> own = resideInAPackage(ROOT + "..");
      String[] may = Stream.concat(Stream.of(from), Arrays.stream(allowed.split(" ")))
          .filter(name -> !name.isEmpty())
          .map(name -> ROOT + "." + name)
          .toArray(String[]::new);

      classes()
          .that()
          .resideInAPackage(ROOT + "." + from)
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.not(own).or(resideInAnyPackage(may)).as("those below " + from))
          .check(CLASSES);
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
    void nameNothingFromInside() {
      assertThat(PublicSignatures.naming(
              visible, name -> name.contains(".internal.") || name.contains("Immutable")))
          .isEmpty();
    }
  }
}
