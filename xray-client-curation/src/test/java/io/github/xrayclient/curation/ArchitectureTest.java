package io.github.xrayclient.curation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.xrayclient.testsupport.ClassCycles;
import io.github.xrayclient.testsupport.EmptyBuilders;
import io.github.xrayclient.testsupport.Layers;
import io.github.xrayclient.testsupport.PublicSignatures;
import io.github.xrayclient.testsupport.ReflectiveCalls;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Callers of curation see nothing of the inside. */
class ArchitectureTest {
  private static final String ROOT = "io.github.xrayclient.curation";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  /** Each line is a layer, the lowest first; its packages may use each other without cycles. */
  private final List<String> layers = List.of(
      "value",
      "internal.call, internal.fields, internal.message",
      "audit, condition, label, status, waiverrequest",
      "internal.audit, internal.condition, internal.label, internal.status,"
          + " internal.waiverrequest",
      "root");

  private final List<Class<?>> visible = CLASSES.stream()
      .filter(type -> !type.getPackageName().contains(".internal"))
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
  void canBeCalledByReflection() {
    assertThat(ReflectiveCalls.refused(visible)).isEmpty();
  }

  @Test
  void showsNoGeneratedType() {
    assertThat(PublicSignatures.naming(visible, name -> name.contains("Immutable")))
        .isEmpty();
  }

  @Test
  void saysWhichFieldsAreMissingInWhatIsBuiltEmpty() {
    assertThat(EmptyBuilders.refusals(visible))
        .contains("Cannot build ParamValue, some of required attributes are not set [paramId]")
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
  void hasArrowsThatLeadDownOnlyInEveryPackage() {
    Layers.check(CLASSES, ROOT, layers);
  }

  @Test
  void hasNoCyclesBetweenClassesButWhereTwoAreMadeForEachOther() {
    assertThat(ClassCycles.in(CLASSES))
        .containsExactlyInAnyOrder(Set.of(
            "CurationPolicyUpdate", "CurationPolicyChanges")); // an update and what it changes
  }

  @Test
  void hasNoCyclesBetweenItsPackages() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
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
            .importPackages(ROOT));
  }
}
