package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Describes errors of Jackson for readers who do not know the classes of this library. */
public final class JsonProblem {
  /** Jackson's message for an object that contains a field twice. */
  private static final Pattern TWICE = Pattern.compile("Duplicate field ('.*')");

  private JsonProblem() {}

  /** Describes an error on one line. */
  public static String of(JsonProcessingException e) {
    if (e instanceof JsonParseException || e.getCause() instanceof JsonParseException) {
      Matcher twice = TWICE.matcher(firstLine(e.getOriginalMessage()));
      if (twice.lookingAt()) {
        return "an object contains the field " + twice.group(1)
            + " twice, so one value would be lost";
      }
      return "not JSON (" + firstLine(e.getOriginalMessage()) + ")";
    }
    if (e instanceof ValueInstantiationException && e.getCause() instanceof IllegalStateException) {
      return "a required field is missing (" + missing((ValueInstantiationException) e) + ")";
    }
    if (e instanceof MismatchedInputException) {
      Class<?> target = ((MismatchedInputException) e).getTargetType();
      return target == null ? "a value has the wrong type" : "the value is not " + name(target);
    }
    return firstLine(e.getOriginalMessage());
  }

  /** Describes an error without quoting the body, which may contain a credential. */
  public static String withoutQuotes(JsonProcessingException e) {
    boolean quotesNothing = e instanceof MismatchedInputException
        || e instanceof StreamConstraintsException
        || e.getCause() instanceof StreamConstraintsException
        || (e instanceof ValueInstantiationException
            && e.getCause() instanceof IllegalStateException);
    return quotesNothing
        ? of(e)
        : "not JSON (details are hidden, since they may contain a credential)";
  }

  /** Returns the JSON path of an error, such as {@code $.data[3].name}. */
  public static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder("$");
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() != null) {
        path.append('.').append(step.getFieldName());
      } else {
        path.append('[').append(step.getIndex()).append(']');
      }
    }
    return path.toString();
  }

  private static String name(Class<?> type) {
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a string";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
      return "a number";
    }
    String name = type.getSimpleName();
    boolean isObject =
        Map.class.isAssignableFrom(type) || name.startsWith("Immutable") || name.equals("Builder");
    return isObject ? "an object" : "of the type " + name;
  }

  /**
   * Returns the names of missing fields. Immutables writes "Cannot build X, some of required
   * attributes are not set [name]".
   */
  private static String missing(ValueInstantiationException e) {
    Throwable cause = e.getCause();
    String message = cause == null ? "" : String.valueOf(cause.getMessage());
    int open = message.lastIndexOf('[');
    int close = message.lastIndexOf(']');
    Class<?> value = e.getType().getRawClass().getEnclosingClass();
    return open < 0 || close < open || value == null
        ? message
        : Arrays.stream(message.substring(open + 1, close).split(", "))
            .map(name -> wireName(value, name))
            .collect(Collectors.joining(", "));
  }

  private static String wireName(Class<?> value, String accessor) {
    return Arrays.stream(value.getMethods())
        .filter(method -> method.getName().equals(accessor))
        .map(method -> method.getAnnotation(JsonProperty.class))
        .filter(Objects::nonNull)
        .map(JsonProperty::value)
        .findFirst()
        .orElse(accessor);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").replaceFirst("\\s*\\(start marker at .*", "");
  }
}
