package snapbench.cli.measure;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import snapbench.control.BuiltControls;
import snapbench.model.Parameter;
import snapbench.process.TesteeName;
import snapbench.run.plan.Plan;
import snapbench.run.plan.PlannedCell;
import snapbench.workload.DatabaseSource;
import snapbench.workload.SharedDatabases;

/**
 * Prepares, before the first measurement, what a run needs whose testees are not all JVMs: builds
 * the controls, and writes the files from which all testees of the run load their database, the JVM
 * too.
 */
final class ProgramTestees {
  private final PrintStream err;

  ProgramTestees(PrintStream err) {
    this.err = err;
  }

  /**
   * Prepares them; does nothing where all testees are JVMs.
   *
   * @param temporary the run's temporary folder
   */
  void prepare(Plan plan, Path temporary) throws IOException {
    List<TesteeName> programs =
        plan.cells().stream()
            .map(ProgramTestees::testee)
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
          this::say);
      SharedDatabases.write(
          plan.cells().stream().map(ProgramTestees::source).toList(), temporary, this::say);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted before the first measurement");
    }
  }

  private static TesteeName testee(PlannedCell cell) {
    return new TesteeName(Parameter.TESTEE.decodedIn(cell.params()));
  }

  private static DatabaseSource source(PlannedCell cell) {
    Map<String, String> params = cell.params();
    return new DatabaseSource(
        Parameter.DB.decodedIn(params), Parameter.SCHEMA.in(params), Parameter.SCALE.in(params));
  }

  private void say(String line) {
    err.println("snapbench: " + line);
  }
}
