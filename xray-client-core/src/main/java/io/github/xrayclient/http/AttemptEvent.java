package io.github.xrayclient.http;

import java.net.URI;
import java.time.Instant;

/**
 * One attempt of a request, as a {@link CallListener} sees it: no header, no body, no secret. The
 * library makes these objects; later versions may add methods.
 */
public interface AttemptEvent {
  /** The method of the request: {@code GET}, {@code PUT}, … */
  String method();

  /**
   * Where the request goes, with the arguments in it. Use {@link #operation()} where each new text
   * costs something, such as in the tags of a metric.
   */
  URI uri();

  /**
   * The path as it was given to {@link ApiCalls#call}, before the arguments were put in, such as
   * {@code /xray/api/v1/curation/policies/{policy_id}}. The same for retries and redirects.
   */
  String pathTemplate();

  /**
   * The method and the path template, such as {@code PUT
   * /xray/api/v1/curation/policies/{policy_id}}: a name for metrics and spans, since it holds no
   * argument and there are only as many as there are endpoints.
   */
  String operation();

  /** Which attempt of its call this is, counted from 1. */
  int attempt();

  /** When the attempt began. */
  Instant startedAt();
}
