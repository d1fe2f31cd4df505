package snapbench.results;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.model.Fork.Testee;
import snapbench.model.Iteration;
import snapbench.model.Look;
import snapbench.model.Reading;

/** Makes forks for tests: of a benchmark, or like another but for what is changed. */
public final class ForkBuilder {
  private int number = 1;
  private final String benchmark;
  private final String mode;
  private int fork = 1;
  private Map<String, String> params = Map.of();
  private State state = State.MEASURED;
  private @Nullable String reason;
  private @Nullable Testee testee;
  private @Nullable Reading baseline;
  private List<Cycle> cycles = List.of();
  private List<Iteration> iterations = List.of();
  private Look look = Look.ONLY;

  private ForkBuilder(String benchmark, String mode) {
    this.benchmark = benchmark;
    this.mode = mode;
  }

  /** Begins with the first fork of a benchmark, measured, with nothing on record. */
  public static ForkBuilder of(String benchmark, String mode) {
    return new ForkBuilder(benchmark, mode);
  }

  /** Begins with a fork. */
  public static ForkBuilder like(Fork fork) {
    ForkBuilder builder =
        of(fork.benchmark(), fork.mode())
            .number(fork.number())
            .fork(fork.fork())
            .params(fork.params())
            .state(fork.state(), fork.reason())
            .testee(fork.testee())
            .baseline(fork.baseline())
            .cycles(fork.cycles())
            .iterations(fork.iterations());
    builder.look = fork.look();
    return builder;
  }

  /** With another number. */
  public ForkBuilder number(int another) {
    number = another;
    return this;
  }

  /** Another fork of the cell. */
  public ForkBuilder fork(int another) {
    fork = another;
    return this;
  }

  /** With other parameters. */
  public ForkBuilder params(Map<String, String> others) {
    params = others;
    return this;
  }

  /** In another state, for that reason; null where it was measured. */
  public ForkBuilder state(State another, @Nullable String why) {
    state = another;
    reason = why;
    return this;
  }

  /** Failed, with nothing that was measured. */
  public ForkBuilder failed(String why) {
    return state(State.FAILED, why).cycles(List.of()).iterations(List.of());
  }

  /** Of another testee; null for none. */
  public ForkBuilder testee(@Nullable Testee another) {
    testee = another;
    return this;
  }

  /** With another reading before the first cycle; null for none. */
  public ForkBuilder baseline(@Nullable Reading another) {
    baseline = another;
    return this;
  }

  /** With other cycles. */
  public ForkBuilder cycles(List<Cycle> others) {
    cycles = others;
    return this;
  }

  /** With other iterations. */
  public ForkBuilder iterations(List<Iteration> others) {
    iterations = others;
    return this;
  }

  /** The fork. */
  public Fork build() {
    return new Fork(
        number,
        benchmark,
        mode,
        fork,
        params,
        state,
        reason,
        testee,
        baseline,
        cycles,
        iterations,
        look);
  }
}
