package io.github.xrayclient;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.xrayclient.internal.VisibleText;
import io.github.xrayclient.testing.EmptyBuilders;
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
  private static final String ROOT = "io.github.xrayclient";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  @Nested
  class Arrows {
    @ParameterizedTest
    @CsvSource({
      "value, ''",
      "error, value",
      "auth, ''",
      "http, error",
      "paging, error value",
      "internal, auth error http internal.secret paging value",
      "internal.secret, ''",
      "policy, error http internal paging value",
      "watch, error http internal paging policy value"
    })
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
          .onlyDependOnClassesThat(DescribedPredicate.not(own)
              .or(resideInAnyPackage(may))
              .or(equivalentTo(VisibleText.class))
              .as("those below " + from))
          .check(CLASSES);
    }

    @Test
    void doNotLeadToTheRoot() {
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT)
          .check(CLASSES);
    }

    @Test
    void haveNoCycles() {
      slices()
          .matching(ROOT + ".(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(DescribedPredicate.alwaysTrue(), equivalentTo(VisibleText.class))
          .check(CLASSES);
    }

    @Test
    void maySkipDownToVisibleTextSinceItNeedsNothingOfOurs() {
      classes()
          .that()
          .areAssignableTo(VisibleText.class)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..").or(equivalentTo(VisibleText.class)))
          .check(CLASSES);
    }

    @Test
    void leadOutToTheJdkJacksonAndAnnotationsOnly() {
      classes()
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(
              ROOT + "..",
              "java..",
              "javax.net.ssl..",
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
      assertThat(visible).hasSizeGreaterThan(50).contains(XrayClient.class);
      assertThat(PublicSignatures.naming(visible, name -> name.contains("Optional")))
          .isNotEmpty();
    }

    @Test
    void nameNoInternalType() {
      assertThat(PublicSignatures.naming(visible, name -> name.contains(".internal.")))
          .isEmpty();
    }

    @Test
    void nameNoGeneratedType() {
      assertThat(PublicSignatures.naming(visible, name -> name.contains("Immutable")))
          .isEmpty();
    }

    @Test
    void nameNoTypeOfTheAnnotationProcessor() {
      assertThat(PublicSignatures.naming(visible, name -> name.contains("org.immutables")))
          .isEmpty();
    }

    @Test
    void sayWhichFieldsAreMissingWhenTheyAreBuiltEmpty() {
      assertThat(EmptyBuilders.refusals(visible))
          .hasSizeGreaterThan(10)
          .contains("Cannot build Rule, some of required attributes are not set [name]")
          .noneMatch(text -> text.contains("Immutable"));
    }

    @Test
    void areNoEnums() {
      assertThat(visible).noneMatch(Class::isEnum);
    }
  }
}
