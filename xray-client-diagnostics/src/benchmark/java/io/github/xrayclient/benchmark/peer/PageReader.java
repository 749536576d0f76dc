package io.github.xrayclient.benchmark.peer;

/** Reads the first page of 100 curation policies from a server. Safe for use by many threads. */
public interface PageReader {
  /** Reads the page and returns the number of its policies. */
  int read() throws Exception;
}
