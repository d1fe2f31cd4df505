package snapbench.cli;

import snapbench.process.Lever;
import snapbench.process.TesteeName;
import snapbench.run.ParameterChecks;

/** What is valid for each parameter of our benchmarks. */
final class OurParameters {
  private OurParameters() {}

  static ParameterChecks checks() {
    return ParameterChecks.standard()
        .with("gomaxprocs", TesteeName::processors)
        .with("malloc", Lever::choices)
        .with("testee", TesteeName::choices)
        .with("threads", ParameterChecks.integer(0, 1024))
        .withCombinations(TesteeName::objection);
  }
}
