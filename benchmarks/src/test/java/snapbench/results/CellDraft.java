package snapbench.results;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.model.Fork.Testee;
import snapbench.model.Iteration;
import snapbench.model.Reading;

/** A cell like another but for what is changed, for tests. */
public final class CellDraft {
  private int number;
  private final String benchmark;
  private final String mode;
  private int fork;
  private Map<String, String> params;
  private State state;
  private @Nullable String reason;
  private @Nullable Testee testee;
  private final @Nullable Reading baseline;
  private List<Cycle> cycles;
  private List<Iteration> iterations;

  private CellDraft(Fork like) {
    number = like.number();
    benchmark = like.benchmark();
    mode = like.mode();
    fork = like.fork();
    params = like.params();
    state = like.state();
    reason = like.reason();
    testee = like.testee();
    baseline = like.baseline();
    cycles = like.cycles();
    iterations = like.iterations();
  }

  /** Begins with a cell. */
  public static CellDraft like(Fork cell) {
    return new CellDraft(cell);
  }

  /** With another number. */
  public CellDraft number(int another) {
    number = another;
    return this;
  }

  /** Another fork. */
  public CellDraft fork(int another) {
    fork = another;
    return this;
  }

  /** With other parameters. */
  public CellDraft params(Map<String, String> others) {
    params = others;
    return this;
  }

  /** Failed, with nothing that was measured. */
  public CellDraft failed(String why) {
    state = State.FAILED;
    reason = why;
    return cycles(List.of()).iterations(List.of());
  }

  /** Of another testee; null for none. */
  public CellDraft testee(@Nullable Testee another) {
    testee = another;
    return this;
  }

  /** With other cycles. */
  public CellDraft cycles(List<Cycle> others) {
    cycles = others;
    return this;
  }

  /** With other iterations. */
  public CellDraft iterations(List<Iteration> others) {
    iterations = others;
    return this;
  }

  /** The cell. */
  public Fork cell() {
    return new Fork(
        number, benchmark, mode, fork, params, state, reason, testee, baseline, cycles, iterations);
  }
}
