/** Explains refused downloads: from a 403 to the watches, policies and rules behind it. */
module io.github.xrayclient.diagnostics {
  requires transitive io.github.xrayclient.curation;
  requires static org.immutables.value.annotations;

  exports io.github.xrayclient.diagnostics.block;
  exports io.github.xrayclient.diagnostics.report;
}
