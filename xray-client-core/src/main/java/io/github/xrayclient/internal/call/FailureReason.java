package io.github.xrayclient.internal.call;

import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayTransportException;

/** Reasons for people who write no Java. */
public final class FailureReason {
  private FailureReason() {}

  /** The request and the reason for its failure, without the advice for Java code. */
  public static String of(XrayException e) {
    return e instanceof XrayTransportException
        ? e.method() + " " + e.uri() + " failed: " + e.problem()
        : e.problem();
  }
}
