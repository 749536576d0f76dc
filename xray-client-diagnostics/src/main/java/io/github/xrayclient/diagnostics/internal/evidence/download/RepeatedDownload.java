package io.github.xrayclient.diagnostics.internal.evidence.download;

import io.github.xrayclient.diagnostics.explanation.AskedAgain;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.Optional;

/** A refusal after its download was requested again, or why that was not possible. Immutable. */
public final class RepeatedDownload {
  private final BlockedDownload refusal;
  private final Optional<AskedAgain> answer;
  private final Optional<NotChecked> problem;

  private RepeatedDownload(
      BlockedDownload refusal, Optional<AskedAgain> answer, Optional<NotChecked> problem) {
    this.refusal = refusal;
    this.answer = answer;
    this.problem = problem;
  }

  /** A refusal for which the server need not be asked. */
  static RepeatedDownload notNeeded(BlockedDownload refusal) {
    return new RepeatedDownload(refusal, Optional.empty(), Optional.empty());
  }

  static RepeatedDownload notPossible(BlockedDownload refusal, String because) {
    return new RepeatedDownload(
        refusal,
        Optional.empty(),
        Optional.of(NotChecked.of(NotChecked.Subject.SERVER_ANSWER, because)));
  }

  static RepeatedDownload of(BlockedDownload refusal, AskedAgain answer) {
    return new RepeatedDownload(refusal, Optional.of(answer), Optional.empty());
  }

  /** The refusal, with the reason that the server gave now if it gave one. */
  public BlockedDownload refusal() {
    return refusal;
  }

  /** Whether the server allows the download now. */
  public boolean isAllowed() {
    return answer.filter(each -> each.outcome() == AskedAgain.Outcome.ALLOWED).isPresent();
  }

  /** Whether the server was asked. */
  public boolean isAnswered() {
    return answer.isPresent();
  }

  /** Adds what the server answered, or why it was not asked. */
  public BlockExplanation addTo(BlockExplanation explanation) {
    BlockExplanation.Builder builder = explanation.toBuilder().askedAgain(answer);
    problem.ifPresent(builder::addNotChecked);
    return builder.build();
  }
}
