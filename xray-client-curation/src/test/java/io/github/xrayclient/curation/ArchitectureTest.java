package io.github.xrayclient.curation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.xrayclient.testing.EmptyBuilders;
import io.github.xrayclient.testing.PublicSignatures;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Callers of curation see nothing of the inside. */
class ArchitectureTest {
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("io.github.xrayclient.curation");

  private final List<Class<?>> visible = CLASSES.stream()
      .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
      .filter(type -> type.getEnclosingClass()
          .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC))
          .orElse(true))
      .map(JavaClass::reflect)
      .collect(Collectors.toList());

  @Test
  void findsThePublicClasses() {
    assertThat(visible).hasSizeGreaterThan(20).contains(CurationPolicyQuery.class);
  }

  @Test
  void showsNoInternalType() {
    assertThat(PublicSignatures.naming(visible, name -> name.contains(".internal.")))
        .isEmpty();
  }

  @Test
  void showsNoGeneratedType() {
    assertThat(PublicSignatures.naming(visible, name -> name.contains("Immutable")))
        .isEmpty();
  }

  @Test
  void showsNoHiddenType() {
    assertThat(PublicSignatures.naming(
            visible,
            name -> name.contains("curation.Listing") || name.contains("curation.Arguments")))
        .isEmpty();
  }

  @Test
  void saysWhichFieldsAreMissingInWhatIsBuiltEmpty() {
    assertThat(EmptyBuilders.refusals(visible))
        .contains("Cannot build WaiverRequestDraft, some of required attributes are not set"
            + " [packageType, packageName, packageVersion, repositoryKey, reason]")
        .noneMatch(text -> text.contains("Immutable"));
  }

  @Test
  void dependsOnCoreTheJdkJacksonAndAnnotationsOnly() {
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

  @Test
  void hasNoCyclesBetweenItsPackages() {
    SlicesRuleDefinition.slices()
        .matching("io.github.xrayclient.(**)")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  /** What {@link WireMockPutBodies} cannot see would go unchecked. */
  @Test
  void usesWireMockByItsAnnotationOnlyInTests() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveSimpleName("WireMockExtension")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("WireMockServer")
        .check(new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.github.xrayclient.curation"));
  }
}
