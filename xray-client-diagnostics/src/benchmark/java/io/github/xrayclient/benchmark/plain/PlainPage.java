package io.github.xrayclient.benchmark.plain;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** A page of curation policies as plain mutable beans, which are the baseline for decoding. */
public final class PlainPage {
  private List<PlainPolicy> data;
  private PlainMeta meta;

  public void setData(List<PlainPolicy> data) {
    this.data = data;
  }

  public List<PlainPolicy> getData() {
    return data;
  }

  public void setMeta(PlainMeta meta) {
    this.meta = meta;
  }

  public PlainMeta getMeta() {
    return meta;
  }

  /** A reader of pages. Callers that read several pages keep it. */
  public static ObjectReader reader() {
    return mapper().readerFor(PlainPage.class);
  }

  /** A mapper of Jackson without modules. */
  public static JsonMapper mapper() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }
}
