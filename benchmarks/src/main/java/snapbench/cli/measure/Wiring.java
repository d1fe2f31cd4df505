package snapbench.cli.measure;

import java.util.function.Function;
import snapbench.host.doctor.Environment;
import snapbench.host.doctor.RunSize;
import snapbench.run.plan.ParameterChecks;
import snapbench.run.plan.Profilers;

/**
 * What a run is put together from.
 *
 * @param profilers profilers of ours and the one that is on by default
 * @param parameterChecks what is valid for each JMH parameter
 * @param environment reads the machine for {@code environment.json}, given what the run needs
 */
public record Wiring(
    Profilers profilers,
    ParameterChecks parameterChecks,
    Function<RunSize, Environment> environment) {}
