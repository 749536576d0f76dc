package io.github.xrayclient.testsupport;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.ci.GitHubActions;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.write.ChangedField;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.violation.IgnoredOfWatchQuery;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes a plausible object of a type: a value with all its attributes set, a builder by its
 * factory, a service by the method that returns it. What cannot be made so is given by {@link
 * #with}.
 */
public final class SampleValues {
  private static final String TEXT = "7.5"; // is a name, a word and a number

  private final Map<Class<?>, Supplier<?>> samples = new HashMap<>();
  private final Map<Class<?>, List<Method>> providers = new HashMap<>();
  private final Set<Class<?>> beingMade = new HashSet<>();

  /** Samples of the JDK's and Jackson's types, of values and of builders. */
  public SampleValues() {
    with(String.class, () -> TEXT);
    with(Object.class, () -> TEXT);
    with(Boolean.class, () -> true);
    with(Integer.class, () -> 7);
    with(Long.class, () -> 7L);
    with(Double.class, () -> 7.5);
    with(Instant.class, () -> Instant.EPOCH);
    with(Duration.class, () -> Duration.ofMinutes(1));
    with(URI.class, () -> URI.create("http://localhost:1/x"));
    with(Path.class, () -> Path.of("target", "no-such-file"));
    with(HttpHeaders.class, () -> HttpHeaders.of(Map.of(), (name, value) -> true));
    with(JsonNode.class, () -> JsonNodeFactory.instance.objectNode().put(TEXT, TEXT));
    with(TypeReference.class, () -> new TypeReference<String>() {});
    with(Class.class, () -> String.class);
    with(FieldChange.class, () -> new ChangedField(TEXT, null, null));
    with(Throwable.class, () -> new IllegalStateException(TEXT));
    with(
        GitHubActions.class,
        () -> GitHubActions.idTokens(Map.of(
            "ACTIONS_ID_TOKEN_REQUEST_URL",
            "https://ci.example/x",
            "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
            TEXT)));
  }

  /** Also samples of what belongs to a client. */
  public SampleValues(XrayClient xray) {
    this();
    with(XrayClient.class, () -> xray);
    with(ApiCalls.class, () -> xray);
    with(ApiCall.class, () -> xray.call("GET", "/x"));
    with(ApiRequest.class, () -> ApiRequest.of("GET", xray.baseUrl()));
    with(ApiResponse.class, () -> new ApiResponse(200, Map.of(), new byte[0]));
    with(Transport.class, () -> request -> new ApiResponse(200, Map.of(), new byte[0]));
    with(XrayApiException.class, () -> XrayApiException.of("GET", xray.baseUrl(), 404));
    with(XrayException.class, () -> XrayApiException.of("GET", xray.baseUrl(), 404));
    with(PagedQuery.class, () -> xray.ignoreRules().list());
    with(IgnoredOfWatchQuery.class, () -> xray.violations().ignoredOfWatch(TEXT));
  }

  /** Makes samples of a type in this way. */
  public <T> SampleValues with(Class<T> type, Supplier<? extends T> sample) {
    samples.put(type, sample);
    return this;
  }

  /** Finds services, queries and builders by the methods without arguments of these types. */
  public SampleValues withServicesOf(Iterable<Class<?>> types) {
    for (Class<?> type : types) {
      for (Method method : type.getMethods()) {
        if (method.getParameterCount() == 0
            && method.getReturnType() != type
            && method.getDeclaringClass() == type) {
          providers
              .computeIfAbsent(method.getReturnType(), made -> new ArrayList<>())
              .add(method);
        }
      }
    }
    return this;
  }

  /** Whether a type is an interface with a builder, so that each of its attributes can be set. */
  public static boolean isValue(Class<?> type) {
    return type.isInterface()
        && Arrays.stream(type.getMethods())
            .anyMatch(method -> method.getName().equals("toBuilder"));
  }

  /** A new sample of a type. */
  public Object of(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType) {
      return generic((ParameterizedType) type);
    }
    if (type instanceof GenericArrayType) {
      return arrayOf(of(((GenericArrayType) type).getGenericComponentType()));
    }
    if (type instanceof TypeVariable) {
      return of(((TypeVariable<?>) type).getBounds()[0]);
    }
    return type instanceof WildcardType
        ? of(((WildcardType) type).getUpperBounds()[0])
        : simple((Class<?>) type);
  }

  private Object generic(ParameterizedType type) throws ReflectiveOperationException {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return Optional.of(of(arguments[0]));
    }
    if (raw.isAssignableFrom(List.class) && Iterable.class.isAssignableFrom(raw)) {
      return List.of(of(arguments[0]));
    }
    if (raw == Map.class) {
      return Map.of(of(arguments[0]), of(arguments[1]));
    }
    return raw == Map.Entry.class ? Map.entry(of(arguments[0]), of(arguments[1])) : simple(raw);
  }

  private Object simple(Class<?> type) throws ReflectiveOperationException {
    Supplier<?> given = samples.get(MethodType.methodType(type).wrap().returnType());
    if (given != null) {
      return given.get();
    }
    if (type.isArray()) {
      return type == byte[].class ? new byte[] {7} : arrayOf(of(type.getComponentType()));
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (!beingMade.add(type)) {
      throw new NoSuchMethodException(type + " is needed to make one");
    }
    try {
      return isValue(type) ? value(type) : made(type);
    } finally {
      beingMade.remove(type);
    }
  }

  private static Object arrayOf(Object element) {
    Object array = Array.newInstance(element.getClass(), 1);
    Array.set(array, 0, element);
    return array;
  }

  private Object made(Class<?> type) throws ReflectiveOperationException {
    Optional<Method> factory =
        factory(type.getSimpleName().equals("Builder") ? type.getEnclosingClass() : type, type);
    if (factory.isPresent()) {
      return called(factory.get(), null);
    }
    for (Method provider : providers.getOrDefault(type, List.of())) {
      Class<?> owner = provider.getDeclaringClass();
      if (Modifier.isStatic(provider.getModifiers())) {
        return called(provider, null);
      }
      if (!beingMade.contains(owner)) {
        return called(provider, of(owner));
      }
    }
    return function(type);
  }

  /** An implementation of a functional interface that returns its last argument if it can. */
  private Object function(Class<?> type) throws NoSuchMethodException {
    long tasks = Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .count();
    if (!type.isInterface() || tasks != 1) {
      throw new NoSuchMethodException("no sample of " + type);
    }
    return Proxy.newProxyInstance(
        SampleValues.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return method.invoke(TEXT, arguments);
          }
          Class<?> result = MethodType.methodType(method.getReturnType()).wrap().returnType();
          if (result == Void.class) {
            return null;
          }
          return arguments == null ? of(result) : arguments[arguments.length - 1];
        });
  }

  /** The static method of a type that returns another and needs the fewest arguments. */
  private static Optional<Method> factory(Class<?> owner, Class<?> made) {
    return Arrays.stream(owner.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType() == made && method.getDeclaringClass() == owner)
        .min(Comparator.comparingInt(Method::getParameterCount).thenComparing(Method::toString));
  }

  private Object called(Method method, Object target) throws ReflectiveOperationException {
    List<Object> arguments = new ArrayList<>();
    for (Type argument : method.getGenericParameterTypes()) {
      arguments.add(of(argument));
    }
    return method.invoke(target, arguments.toArray());
  }

  private Object value(Class<?> value) throws ReflectiveOperationException {
    Object builder = called(
        Arrays.stream(value.getMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .filter(method -> method.getReturnType().getSimpleName().equals("Builder"))
            .findFirst()
            .orElseThrow(() -> new NoSuchMethodException(value + " has no factory of a builder")),
        null);
    for (Method accessor : value.getMethods()) {
      if (isAttribute(accessor)) {
        set(builder, accessor);
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private static boolean isAttribute(Method accessor) {
    return Modifier.isAbstract(accessor.getModifiers())
        && accessor.getParameterCount() == 0
        && !accessor.getName().equals("toBuilder");
  }

  private void set(Object builder, Method accessor) throws ReflectiveOperationException {
    Object sample = of(accessor.getGenericReturnType());
    for (Method setter : builder.getClass().getMethods()) {
      if (setter.getName().equals(accessor.getName())
          && setter.getParameterCount() == 1
          && MethodType.methodType(setter.getParameterTypes()[0])
              .wrap()
              .returnType()
              .isInstance(sample)) {
        setter.invoke(builder, sample);
        return;
      }
    }
    throw new NoSuchMethodException(builder.getClass() + "." + accessor.getName());
  }
}
