package io.github.xrayclient.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every draft, update and result of a module keeps a {@link ValueContract}. The module's public
 * types are searched in the package of the test and below.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // for a source of arguments that is not static
public abstract class ModuleValuesContract {
  private static final Pattern NAMES =
      Pattern.compile("New[A-Z]\\w+|\\w+(Draft|Update|Result|Note|Change|Changes)");

  /** The contracts of the module, one for each type. */
  protected abstract Stream<ValueContract> contracts();

  @ParameterizedTest
  @MethodSource("contracts")
  void isKept(ValueContract contract) {
    contract.check();
  }

  @Test
  void isCheckedForEachType() {
    assertThat(contracts().map(ValueContract::type))
        .hasSizeGreaterThan(5)
        .containsExactlyInAnyOrderElementsOf(types());
  }

  /** The public types whose names say that they are drafts, updates or results. */
  private Set<Class<?>> types() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(getClass().getPackageName())
            .stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !type.getPackageName().contains(".internal"))
            .filter(type -> NAMES.matcher(type.getSimpleName()).matches())
            .map(JavaClass::reflect)
            .collect(Collectors.toSet());
  }
}
