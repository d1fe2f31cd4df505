package snapbench.cli.testee;

import snapbench.process.AllocatorSetting;
import snapbench.process.TesteeName;
import snapbench.run.plan.ParameterChecks;

/** What is valid for each parameter of our benchmarks. */
public final class OurParameters {
  private OurParameters() {}

  public static ParameterChecks checks() {
    return ParameterChecks.standard()
        .with("gomaxprocs", TesteeName::processors)
        .with("malloc", AllocatorSetting::choices)
        .with("testee", TesteeName::choices)
        .with("threads", ParameterChecks.integer(0, 1024))
        .withCombinations(TesteeName::objection);
  }
}
