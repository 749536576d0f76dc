package io.github.xrayclient;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.remedy.Remedy;
import io.github.xrayclient.server.KnownServer;
import io.github.xrayclient.testsupport.ClassCycles;
import io.github.xrayclient.testsupport.EmptyBuilders;
import io.github.xrayclient.testsupport.Layers;
import io.github.xrayclient.testsupport.PublicSignatures;
import io.github.xrayclient.testsupport.ReflectiveCalls;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.violation.ViolationKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Arrows between packages point one way, and callers see nothing of the inside. */
class ArchitectureTest {
  private static final String ROOT = "io.github.xrayclient";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  @Nested
  class Arrows {
    /** Each line is a layer, the lowest first; its packages may use each other without cycles. */
    private final List<String> layers = List.of(
        "internal.file",
        "internal.secret",
        "remedy",
        "internal.remedy, internal.error",
        "value",
        "error",
        "http",
        "paging",
        "internal.paging",
        "internal.json",
        "internal.auth",
        "auth",
        "internal.transport",
        "internal.http",
        "internal.settings",
        "internal.call",
        "internal.recording",
        "recording",
        "ci",
        "internal.write",
        "violation.detail",
        "artifact, ignorerule, policy, repository, server, system, violation",
        "watch",
        "internal.artifact, internal.ignorerule, internal.repository, internal.system,"
            + " internal.violation, internal.watch",
        "internal.policy",
        "root");

    @Test
    void leadDownOnlyInEveryPackage() {
      Layers.check(CLASSES, ROOT, layers);
    }

    @Test
    void haveNoCycles() {
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void haveNoCyclesBetweenClassesButWhereTwoAreMadeForEachOther() {
      assertThat(ClassCycles.in(CLASSES))
          .containsExactlyInAnyOrder(
              Set.of("XrayClient", "XrayClientBuilder"), // an object and its builder
              Set.of("WireField", "WireFields"), // a field of objects has a table of its own
              Set.of("Connection", "JsonCall"), // a call is sent by the connection that made it
              Set.of( // an exception that chooses its subclass by the status
                  "XrayApiException",
                  "XrayBadRequestException",
                  "XrayConflictException",
                  "XrayForbiddenException",
                  "XrayNotFoundException",
                  "XrayRateLimitedException",
                  "XrayUnauthorizedException"));
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
    void canBeCalledByReflection() {
      assertThat(ReflectiveCalls.refused(visible)).isEmpty();
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

    /** A word of the wire is no enum, since servers may add others. */
    @Test
    void areEnumsOnlyForChoicesThatNoServerMakes() {
      assertThat(visible)
          .filteredOn(Class::isEnum)
          .containsExactlyInAnyOrder(
              UpdateNote.Kind.class,
              ViolationKind.class,
              XrayTransportException.Kind.class,
              Remedy.Kind.class,
              KnownServer.Login.class,
              KnownServer.Problem.class,
              KnownServer.Source.class);
    }
  }
}
