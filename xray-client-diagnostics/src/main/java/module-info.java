/**
 * Explains refused downloads, and copies policies, watches, ignore rules and waivers between
 * servers. Begin with {@link io.github.xrayclient.diagnostics.block.BlockedDownloads} or {@link
 * io.github.xrayclient.diagnostics.migration.Migration}. The artifact is {@code
 * io.github.xrayclient:xray-client-diagnostics}.
 */
module io.github.xrayclient.diagnostics {
  requires transitive io.github.xrayclient.curation;
  requires static org.immutables.value.annotations;

  exports io.github.xrayclient.diagnostics.access;
  exports io.github.xrayclient.diagnostics.block;
  exports io.github.xrayclient.diagnostics.explanation;
  exports io.github.xrayclient.diagnostics.ignore;
  exports io.github.xrayclient.diagnostics.migration;
  exports io.github.xrayclient.diagnostics.refusal;
  exports io.github.xrayclient.diagnostics.report;

  opens io.github.xrayclient.diagnostics.access to
      com.fasterxml.jackson.databind;
}
