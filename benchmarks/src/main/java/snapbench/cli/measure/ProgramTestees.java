package snapbench.cli.measure;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import snapbench.control.BuiltControls;
import snapbench.model.Parameter;
import snapbench.process.TesteeName;
import snapbench.run.plan.Plan;
import snapbench.workload.DatabaseSource;
import snapbench.workload.SharedDatabases;

/**
 * Prepares, before the first measurement, what a run needs whose testees are not all JVMs: builds
 * the controls, and writes the files from which all testees of the run load their database, the JVM
 * too.
 */
final class ProgramTestees {
  private ProgramTestees() {}

  /**
   * Prepares them; does nothing where all testees are JVMs.
   *
   * @param temporary the run's temporary folder
   * @param progress sees a line whenever something new begins
   */
  static void prepare(Plan plan, Path temporary, Consumer<String> progress) throws IOException {
    List<TesteeName> programs =
        plan.cells().stream()
            .map(cell -> new TesteeName(Parameter.TESTEE.decodedIn(cell.params())))
            .filter(name -> !name.isJvm())
            .distinct()
            .toList();
    if (programs.isEmpty()) {
      return;
    }
    try {
      BuiltControls.write(
          programs.stream().filter(TesteeName::isControl).map(TesteeName::value).toList(),
          temporary,
          progress);
      SharedDatabases.write(
          plan.cells().stream().map(cell -> source(cell.params())).toList(), temporary, progress);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted before the first measurement");
    }
  }

  private static DatabaseSource source(Map<String, String> params) {
    return new DatabaseSource(
        Parameter.DB.decodedIn(params), Parameter.SCHEMA.in(params), Parameter.SCALE.in(params));
  }
}
