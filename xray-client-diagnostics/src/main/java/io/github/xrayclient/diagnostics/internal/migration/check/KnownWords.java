package io.github.xrayclient.diagnostics.internal.migration.check;

import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.ignorerule.ExposureCategory;
import io.github.xrayclient.policy.Actions;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.Exposures;
import io.github.xrayclient.policy.OperationalRisk;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.Sast;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.WireValue;
import io.github.xrayclient.watch.WatchFilterType;
import io.github.xrayclient.watch.WatchResourceType;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words that servers accept in fields whose values are documented completely. Package types,
 * templates and other words to which servers add are not checked.
 */
final class KnownWords {
  private static final List<String> RISKS = words(Severity.HIGH, Severity.MEDIUM, Severity.LOW);
  private static final List<String> SEVERITIES =
      words(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);
  private static final List<String> SEVERITIES_OR_ALL =
      words(Severity.ALL, Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

  /** The words in all fields of a type, compared without case. */
  private static final Map<Class<?>, KnownWords> OF_TYPE = Map.of(
      PolicyAction.class, withoutCase(constants(PolicyAction.class)),
      CurationScope.class, withoutCase(constants(CurationScope.class)),
      WaiverRequestConfig.class, withoutCase(constants(WaiverRequestConfig.class)),
      PolicyType.class, withoutCase(constants(PolicyType.class)),
      ExposureCategory.class, withoutCase(constants(ExposureCategory.class)),
      RepositoryClass.class,
          withoutCase(words(RepositoryClass.LOCAL, RepositoryClass.REMOTE))
              .also(RepositoryClass.FEDERATED.wire()), // it is unknown which class these have
      WatchResourceType.class, withCase(constants(WatchResourceType.class)),
      WatchFilterType.class, withCase(constants(WatchFilterType.class)));

  /** The words in single fields: servers refuse types of policies in another case, for example. */
  private static final Map<List<Object>, KnownWords> OF_FIELD = Map.of(
      List.of(Policy.class, "type"), withCase(constants(PolicyType.class)),
      List.of(Criteria.class, "min_severity"),
          withoutCase(SEVERITIES_OR_ALL).also("unknown"), // some servers return it for all
      List.of(Exposures.class, "min_severity"), withoutCase(SEVERITIES_OR_ALL).also("unknown"),
      List.of(Sast.class, "min_severity"), withoutCase(SEVERITIES),
      List.of(Actions.class, "custom_severity"), withoutCase(SEVERITIES),
      List.of(Criteria.class, "op_risk_min_risk"), withoutCase(RISKS),
      List.of(OperationalRisk.class, "op_risk_min_risk"), withoutCase(RISKS),
      List.of(OperationalRisk.class, "risk"), withoutCase(RISKS));

  private final List<String> words;
  private final List<String> tolerated;
  private final boolean isExact;

  private KnownWords(List<String> words, List<String> tolerated, boolean isExact) {
    this.words = words;
    this.tolerated = tolerated;
    this.isExact = isExact;
  }

  private static KnownWords withCase(List<String> words) {
    return new KnownWords(words, List.of(), true);
  }

  private static KnownWords withoutCase(List<String> words) {
    return new KnownWords(words, List.of(), false);
  }

  /** A copy that accepts one more word, but does not propose it. */
  private KnownWords also(String word) {
    return new KnownWords(words, List.of(word), isExact);
  }

  /** The words that a field may have; empty if it may have others that nobody knows yet. */
  static Optional<KnownWords> of(Class<?> owner, String field, Class<?> type) {
    return Optional.ofNullable(OF_FIELD.getOrDefault(List.of(owner, field), OF_TYPE.get(type)));
  }

  /** The words for people. */
  List<String> words() {
    return words;
  }

  boolean contains(String word) {
    return isAmong(words, word) || isAmong(tolerated, word);
  }

  private boolean isAmong(List<String> known, String word) {
    for (String each : known) {
      if (isExact ? each.equals(word) : each.equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(WireValue... values) {
    return Arrays.stream(values).map(WireValue::wire).collect(Collectors.toList());
  }

  /** The constants of a type in the order in which they are declared. */
  private static List<String> constants(Class<? extends WireValue> type) {
    return Arrays.stream(type.getFields())
        .filter(field -> field.getType() == type && Modifier.isStatic(field.getModifiers()))
        .map(field -> {
          try {
            return ((WireValue) field.get(null)).wire();
          } catch (IllegalAccessException e) {
            throw new LinkageError("a public constant cannot be read", e);
          }
        })
        .collect(Collectors.toList());
  }
}
