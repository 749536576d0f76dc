package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The refusals in a text, or what a text without refusals may be about. Immutable. */
public final class FoundRefusals {
  private final List<BlockedDownload> refusals;
  private final Optional<BlockedDownload> guess;

  private FoundRefusals(List<BlockedDownload> refusals, Optional<BlockedDownload> guess) {
    this.refusals = List.copyOf(refusals);
    this.guess = guess;
  }

  /** The refusals of a text that has some. */
  static FoundRefusals of(List<BlockedDownload> refusals) {
    return new FoundRefusals(refusals, Optional.empty());
  }

  /** A text without refusals. */
  static FoundRefusals none(BlockedDownload guess) {
    return new FoundRefusals(List.of(), Optional.of(guess));
  }

  /** The distinct refusals. */
  public List<BlockedDownload> refusals() {
    return refusals;
  }

  /** What the text may be about; present if it has no refusal. */
  public Optional<BlockedDownload> guess() {
    return guess;
  }

  /** The first refusal, or the guess if there is none. */
  public BlockedDownload first() {
    return guess.orElseGet(() -> refusals.get(0));
  }

  FoundRefusals map(UnaryOperator<BlockedDownload> change) {
    return new FoundRefusals(
        refusals.stream().map(change).collect(Collectors.toList()), guess.map(change));
  }
}
