package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words for where explanations come from: the server, the user and the time. */
public final class OriginPhrases {
  public static final String HEADING = "Where this comes from";

  private OriginPhrases() {}

  /** Each origin once, in whole sentences; empty if no server was asked. */
  public static List<String> of(List<BlockExplanation> explanations) {
    return explanations.stream()
        .flatMap(explanation -> of(explanation).stream())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }

  private static Optional<String> of(BlockExplanation explanation) {
    return explanation
        .server()
        .map(server -> "Server: " + server + ". Version of Xray: "
            + explanation.xrayVersion().map(Object::toString).orElse("not known") + ". User: "
            + explanation.user().orElse("not known") + ". Time: "
            + explanation
                .askedAt()
                .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("not known")
            + ".");
  }
}
