package snapbench.cli.testee;

import snapbench.model.Parameter;
import snapbench.process.AllocatorSetting;
import snapbench.process.TesteeName;
import snapbench.run.plan.ParameterChecks;

/** What is valid for each parameter of our benchmarks. */
public final class OurParameters {
  private OurParameters() {}

  public static ParameterChecks checks() {
    return ParameterChecks.standard()
        .with(Parameter.GOMAXPROCS, TesteeName::processors)
        .with(Parameter.MALLOC, AllocatorSetting::choices)
        .with(Parameter.TESTEE, TesteeName::choices)
        .with(Parameter.THREADS, ParameterChecks.integer(0, 1024))
        .withCombinations(TesteeName::objection);
  }
}
