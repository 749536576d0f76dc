/**
 * The client of a JFrog platform: connection, errors and listings; policies, watches, ignore rules,
 * violations and repositories. Begin with {@link io.github.xrayclient.XrayClient}. The artifact is
 * {@code io.github.xrayclient:xray-client-core}.
 */
module io.github.xrayclient {
  requires transitive java.net.http;
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires transitive org.jspecify;
  requires static org.immutables.value.annotations;

  exports io.github.xrayclient;
  exports io.github.xrayclient.artifact;
  exports io.github.xrayclient.ignorerule;
  exports io.github.xrayclient.repository;
  exports io.github.xrayclient.server;
  exports io.github.xrayclient.system;
  exports io.github.xrayclient.violation;
  exports io.github.xrayclient.violation.detail;
  exports io.github.xrayclient.auth;
  exports io.github.xrayclient.ci;
  exports io.github.xrayclient.error;
  exports io.github.xrayclient.http;
  exports io.github.xrayclient.paging;
  exports io.github.xrayclient.policy;
  exports io.github.xrayclient.remedy;
  exports io.github.xrayclient.recording;
  exports io.github.xrayclient.value;
  exports io.github.xrayclient.watch;
  exports io.github.xrayclient.internal.call to
      io.github.xrayclient.curation,
      io.github.xrayclient.diagnostics;
  exports io.github.xrayclient.internal.error to
      io.github.xrayclient.curation,
      io.github.xrayclient.diagnostics;
  exports io.github.xrayclient.internal.file to
      io.github.xrayclient.curation,
      io.github.xrayclient.diagnostics;
  exports io.github.xrayclient.internal.json to
      io.github.xrayclient.curation,
      io.github.xrayclient.diagnostics;
  exports io.github.xrayclient.internal.paging to
      io.github.xrayclient.curation,
      io.github.xrayclient.diagnostics;
  exports io.github.xrayclient.internal.remedy to
      io.github.xrayclient.curation,
      io.github.xrayclient.diagnostics;
  exports io.github.xrayclient.internal.secret to
      io.github.xrayclient.curation,
      io.github.xrayclient.diagnostics;
  exports io.github.xrayclient.internal.write to
      io.github.xrayclient.curation,
      io.github.xrayclient.diagnostics;

  opens io.github.xrayclient.artifact to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.ignorerule to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.repository to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.server to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.system to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.violation to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.violation.detail to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.policy to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.value to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.watch to
      com.fasterxml.jackson.databind;
}
