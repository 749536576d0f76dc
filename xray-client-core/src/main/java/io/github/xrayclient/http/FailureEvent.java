package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTransportException;
import java.time.Duration;

/** An attempt that received no complete answer. */
public interface FailureEvent extends AttemptEvent {
  /** The time from the beginning of the attempt to the failure. */
  Duration duration();

  /**
   * What went wrong. If an interceptor or a supplier of tokens threw another exception, that
   * exception is its cause.
   */
  XrayTransportException exception();
}
