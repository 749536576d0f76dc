package io.github.xrayclient.testsupport;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What callers of a public class can see, members of hidden superclasses included. */
public final class PublicSignatures {
  private PublicSignatures() {}

  /** The signatures of these classes that name a type for which the predicate holds. */
  public static List<String> naming(Iterable<Class<?>> classes, Predicate<String> forbidden) {
    List<String> found = new ArrayList<>();
    for (Class<?> type : classes) {
      for (Member member : members(type)) {
        if (visible(member) && names(member).stream().anyMatch(forbidden)) {
          found.add(type.getName() + ": " + member);
        }
      }
    }
    return found;
  }

  private static Set<Member> members(Class<?> type) {
    Set<Member> members = new LinkedHashSet<>(Arrays.asList(type.getMethods()));
    members.addAll(Arrays.asList(type.getDeclaredMethods()));
    members.addAll(Arrays.asList(type.getDeclaredConstructors()));
    members.addAll(Arrays.asList(type.getFields()));
    return members;
  }

  private static boolean visible(Member member) {
    boolean open =
        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
    return open && !member.isSynthetic();
  }

  private static List<String> names(Member member) {
    List<Type> types = new ArrayList<>();
    if (member instanceof Method) {
      types.add(((Method) member).getGenericReturnType());
      types.addAll(Arrays.asList(((Method) member).getGenericParameterTypes()));
      types.addAll(Arrays.asList(((Method) member).getGenericExceptionTypes()));
    } else if (member instanceof Constructor) {
      types.addAll(Arrays.asList(((Constructor<?>) member).getGenericParameterTypes()));
    } else {
      types.add(((Field) member).getGenericType());
    }
    return types.stream().map(Type::getTypeName).collect(Collectors.toList());
  }
}
