package io.github.xrayclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.paging.ReceivedPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelopes of listings. */
class PageDecoderTest {
  private static ReceivedPage<JsonNode> page(String json) throws IOException {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new PageDecoder<>(JsonNode.class, "violations")
        .decode(new ApiResponse(200, Map.of(), body));
  }

  private static String text(ReceivedPage<JsonNode> page) {
    return page.items().stream().map(JsonNode::toString).collect(Collectors.joining(" "))
        + " of "
        + (page.total().isPresent() ? page.total().getAsLong() : "?")
        + " by "
        + (page.size().isPresent() ? page.size().getAsInt() : "?")
        + (page.isComplete() ? " complete" : "");
  }

  @Nested
  class Envelopes {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{'data':[1,2],'meta':{'total_count':7,'num_of_rows':2}} | 1 2 of 7 by 2",
          "{'meta':{'num_of_rows':2,'total_count':7,'page_num':1},'data':[1,2]} | 1 2 of 7 by 2",
          "{'data':[1,2],'meta':{}} | 1 2 of ? by ?",
          "{'data':[1,2],'meta':null} | 1 2 of ? by ?",
          "{'data':[1,2],'meta':{'total_count':'7','num_of_rows':'2'}} | 1 2 of 7 by 2",
          "{'data':[1,2],'meta':{'total_count':null,'num_of_rows':'many'}} | 1 2 of ? by ?",
          "{'data':[1],'meta':{'total_count':-1,'num_of_rows':99999999999}} | 1 of ? by ?",
          "{'data':[1,2],'total_count':7} | 1 2 of 7 by ?",
          "{'total_count':'7','data':[1,2]} | 1 2 of 7 by ?",
          "{'total_count':3,'data':[1],'meta':{'total_count':7}} | 1 of 7 by ?",
          "{'total_count':7,'data':[1],'meta':{'total_count':0}} | 1 of 7 by ?",
          "{'violations':[1,2],'total_count':7} | 1 2 of 7 by ?",
          "{'total_count':0,'violations':null} |  of 0 by ?",
          "{'data':null,'meta':{'total_count':0}} |  of 0 by ?",
          "{'data':[1,2]} | 1 2 of 2 by ? complete",
          "{'violations':[1,2],'more':{'data':[3]},'list':[[4]]} | 1 2 of 2 by ? complete",
          "[1,2,3] | 1 2 3 of 3 by ? complete",
          "[] |  of 0 by ? complete",
          "null |  of 0 by ? complete",
          "{'data':[]} |  of 0 by ? complete",
          "' [1, null , {'a':[]} ] ' | 1 {`a`:[]} of 2 by ? complete",
          "{'data':[null,1],'total_count':2} | 1 of 2 by ?"
        })
    void areAllRead(String json, String expected) throws IOException {
      String bare = json.startsWith("' ") ? json.substring(1, json.length() - 1) : json;

      assertThat(text(page(bare)).strip().replace('"', '`')).isEqualTo(expected.strip());
    }

    @Test
    void mayHoldManyElements() throws IOException {
      StringBuilder json = new StringBuilder("{'data':[0");
      for (int i = 1; i < 10_000; i++) {
        json.append(',').append(i);
      }

      assertThat(page(json + "],'total_count':10000}").items()).hasSize(10_000);
    }
  }

  @Nested
  class WhatIsNoListing {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{'info':'ok'}",
          "{'meta':{'total_count':0}}",
          "{'items':[1]}",
          "{'data':{}}",
          "{'data':'x'}",
          "{'data':7}",
          "7",
          "'text'",
          "true",
          "[1,2",
          "{'data':[1,2]",
          "{'data':[1,2],'meta':{'total_count':2}} x",
          "[1] [2]",
          "",
          "<html>"
        })
    void isRefused(String json) {
      assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> page(json));
    }
  }
}
