package io.github.xrayclient.http;

/** Why a request is sent again. */
public enum RetryReason {
  /** The server answered with a status that asks for another attempt, such as 429 or 503. */
  STATUS,

  /** No connection could be made. */
  NO_CONNECTION,

  /** The connection broke. */
  CONNECTION_BROKEN,

  /** An attempt, or opening a connection for it, took too long. */
  TIMEOUT
}
