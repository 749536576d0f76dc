package io.github.xrayclient.internal;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one mapper. Unknown members are kept, nulls read as absent, numbers kept exactly. */
public final class Json {
  /** Shared; must not be reconfigured. */
  public static final JsonMapper MAPPER = JsonMapper.builder()
      .addModule(new Jdk8Module())
      .annotationIntrospector(new AnySetters())
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP, Nulls.SKIP))
      .defaultPropertyInclusion(inclusion(JsonInclude.Include.NON_ABSENT))
      .withConfigOverride(
          List.class, list -> list.setInclude(inclusion(JsonInclude.Include.NON_EMPTY)))
      .build();

  private Json() {}

  private static JsonInclude.Value inclusion(JsonInclude.Include values) {
    return JsonInclude.Value.construct(values, JsonInclude.Include.ALWAYS);
  }

  /**
   * Immutables names the setter of unknown fields "extras" too; without that name a server's field
   * "extras" is as unknown as any other.
   */
  private static final class AnySetters extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable PropertyName findNameForDeserialization(Annotated annotated) {
      return annotated.hasAnnotation(JsonAnySetter.class)
          ? null
          : super.findNameForDeserialization(annotated);
    }
  }
}
