package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;

/**
 * The Jackson mappers of this library. They keep unknown fields, read null as absent, and keep
 * numbers exactly.
 */
public final class Json {
  /**
   * The shared mapper; it must not be reconfigured. A known field whose value has another type than
   * expected is kept among the extras of its object.
   */
  public static final JsonMapper MAPPER = withConstants(settings(DeserializerChoice.tolerant()));

  /**
   * Reads JSON strictly: it throws if an object contains a field twice, or if text follows after
   * the value.
   */
  public static final ObjectReader STRICT = strict(MAPPER);

  private static final ObjectWriter LINES =
      MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  /** Reads faster, but fails if a known field has a value of another type than expected. */
  static final JsonMapper FAST = withConstants(settings(DeserializerChoice.strict()));

  private Json() {}

  /**
   * Returns the JSON of a single object, if its values do not take too much memory. The limit is
   * lower than for a listing, since such an object is copied and compared afterwards.
   *
   * @throws StreamConstraintsException if the values would take more than 96 MiB, by estimate
   */
  public static byte[] checkedObject(byte[] json) throws StreamConstraintsException {
    JsonFootprint.check(json, 0, json.length, JsonFootprint.LIMIT / 4);
    return json;
  }

  /** Formats JSON as lines, which end with a line feed on every system, but for the last one. */
  public static String lines(JsonNode json) {
    try {
      return LINES.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the value cannot be written as JSON: " + e, e);
    }
  }

  /** Returns a reader that throws if an object contains a field twice, or if text follows. */
  static ObjectReader strict(JsonMapper mapper) {
    return mapper
        .reader()
        .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static JsonMapper withConstants(JsonMapper.Builder settings) {
    return settings
        .addModule(new SimpleModule("wire values").setDeserializerModifier(new WireValues()))
        .build();
  }

  /** Returns the settings without the module that only makes reading faster. */
  static JsonMapper.Builder settings(DeserializerChoice choice) {
    return JsonMapper.builder(new BoundedJsonFactory())
        .annotationIntrospector(new ExtrasIntrospector())
        .addModule(new Jdk8Module())
        .addModule(new SimpleModule("fieldwise reading").setDeserializerModifier(choice))
        .addModule(
            new SimpleModule("frozen nodes").addDeserializer(JsonNode.class, new FrozenNodes()))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.EAGER_DESERIALIZER_FETCH) // many readers are never used
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .withCoercionConfig(LogicalType.Integer, Json::refuseEmpty)
        .withCoercionConfig(LogicalType.Float, Json::refuseEmpty)
        .withCoercionConfig(
            LogicalType.Boolean,
            flags ->
                refuseEmpty(flags.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)))
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP, Nulls.SKIP))
        .defaultPropertyInclusion(inclusion(JsonInclude.Include.NON_ABSENT))
        .withConfigOverride(
            List.class, list -> list.setInclude(inclusion(JsonInclude.Include.NON_EMPTY)));
  }

  /** Refuses an empty text, which Jackson would read as null, so that it would be lost. */
  private static void refuseEmpty(MutableCoercionConfig scalars) {
    scalars
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
        .setAcceptBlankAsEmpty(false);
  }

  private static JsonInclude.Value inclusion(JsonInclude.Include values) {
    return JsonInclude.Value.construct(values, JsonInclude.Include.ALWAYS);
  }
}
