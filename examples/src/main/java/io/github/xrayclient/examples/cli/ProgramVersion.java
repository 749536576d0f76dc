package io.github.xrayclient.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, the commit that it was built from, and the Java that runs it. */
public final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties built = new Properties();
    try (InputStream in = ProgramVersion.class.getResourceAsStream("program.properties")) {
      built.load(in);
    }
    return new String[] {
      "xray-examples " + built.getProperty("version"),
      "commit " + built.getProperty("commit"),
      "Java " + Runtime.version() + ", " + System.getProperty("java.vendor")
    };
  }
}
