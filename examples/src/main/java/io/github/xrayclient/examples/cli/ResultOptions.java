package io.github.xrayclient.examples.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.XrayClient;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** The options for the file and the format of a result. */
public final class ResultOptions extends OutputOptions {
  private static final JsonMapper JSON = XrayClient.jsonMapper();

  @Mixin
  FormatOption format;

  public boolean isJson() {
    return format.isJson();
  }

  /** Writes a value as JSON on one line. */
  public static String json(Object value) throws IOException {
    return JSON.writeValueAsString(value);
  }
}
