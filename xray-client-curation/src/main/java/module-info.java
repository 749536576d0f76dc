/**
 * Policies, conditions, waivers, waiver requests and the audit of JFrog Curation. Begin with {@link
 * io.github.xrayclient.curation.Curation}. The artifact is {@code
 * io.github.xrayclient:xray-client-curation}.
 */
module io.github.xrayclient.curation {
  requires transitive io.github.xrayclient;
  requires static org.immutables.value.annotations;

  exports io.github.xrayclient.curation;
  exports io.github.xrayclient.curation.audit;
  exports io.github.xrayclient.curation.condition;
  exports io.github.xrayclient.curation.label;
  exports io.github.xrayclient.curation.status;
  exports io.github.xrayclient.curation.value;
  exports io.github.xrayclient.curation.waiverrequest;
  exports io.github.xrayclient.curation.internal.fields to
      io.github.xrayclient.diagnostics;
  exports io.github.xrayclient.curation.internal.message to
      io.github.xrayclient.diagnostics;

  opens io.github.xrayclient.curation to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.curation.audit to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.curation.condition to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.curation.label to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.curation.status to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.curation.value to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.curation.waiverrequest to
      com.fasterxml.jackson.databind;
}
