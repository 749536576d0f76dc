package io.github.xrayclient.examples.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.XrayClient;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** Where results go, and in which form. */
public final class ResultOptions extends OutputOptions {
  private static final JsonMapper JSON = XrayClient.jsonMapper();

  @Mixin
  FormatOption format;

  public boolean isJson() {
    return format.isJson();
  }

  /** One JSON line. */
  public static String json(Object value) throws IOException {
    return JSON.writeValueAsString(value);
  }
}
