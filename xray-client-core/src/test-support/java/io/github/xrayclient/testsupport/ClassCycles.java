package io.github.xrayclient.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the classes that use each other in a cycle. Nested classes, and the class that is generated
 * for a value, count as a part of the class that they belong to.
 */
public final class ClassCycles {
  private ClassCycles() {}

  /** The simple names of the classes in each cycle. */
  public static Set<Set<String>> in(JavaClasses classes) {
    SortedMap<String, SortedSet<String>> used = new TreeMap<>();
    for (JavaClass type : classes) {
      used.computeIfAbsent(owner(type), key -> new TreeSet<>())
          .addAll(type.getDirectDependenciesFromSelf().stream()
              .map(dependency -> owner(dependency.getTargetClass()))
              .collect(Collectors.toSet()));
    }
    used.values().forEach(targets -> targets.retainAll(used.keySet()));
    SortedMap<String, Set<String>> reached = new TreeMap<>();
    used.keySet().forEach(name -> reached.put(name, reachedFrom(name, used)));
    return used.keySet().stream()
        .map(name -> cycle(name, reached))
        .filter(cycle -> cycle.size() > 1)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> cycle(String name, Map<String, Set<String>> reached) {
    return reached.get(name).stream()
        .filter(other -> reached.get(other).contains(name))
        .map(other -> other.substring(other.lastIndexOf('.') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> reachedFrom(
      String name, Map<String, ? extends Collection<String>> used) {
    Set<String> reached = new TreeSet<>();
    Set<String> next = new TreeSet<>(used.get(name));
    while (!next.isEmpty()) {
      reached.addAll(next);
      next = next.stream()
          .flatMap(each -> used.get(each).stream())
          .filter(each -> !reached.contains(each))
          .collect(Collectors.toCollection(TreeSet::new));
    }
    return reached;
  }

  private static String owner(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    String outer = nested < 0 ? name : name.substring(0, nested);
    return outer.replace(".Immutable", ".");
  }
}
