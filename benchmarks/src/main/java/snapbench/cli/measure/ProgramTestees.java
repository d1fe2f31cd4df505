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
import snapbench.results.files.InvalidInputException;
import snapbench.run.plan.Plan;
import snapbench.workload.DatabaseSource;
import snapbench.workload.SharedDatabases;

/**
 * Prepares, before the first measurement, what a run needs whose testees are not all JVMs, or whose
 * database is a user's file: builds the controls, and writes the files from which all testees of
 * the run load their database, the JVM too.
 */
final class ProgramTestees {
  private ProgramTestees() {}

  /**
   * Prepares them; does nothing where all testees are JVMs that generate their database.
   *
   * @param temporary the run's temporary folder
   * @param progress sees a line whenever something new begins
   * @throws InvalidInputException if a user's file cannot be loaded
   */
  static void prepare(Plan plan, Path temporary, Consumer<String> progress)
      throws IOException, InvalidInputException {
    List<TesteeName> programs =
        plan.cells().stream()
            .map(cell -> new TesteeName(Parameter.TESTEE.decodedIn(cell.params())))
            .filter(name -> !name.isJvm())
            .distinct()
            .toList();
    List<DatabaseSource> sources =
        plan.cells().stream()
            .map(cell -> source(cell.params()))
            .filter(source -> !programs.isEmpty() || !source.isGenerated())
            .toList();
    try {
      if (!programs.isEmpty()) {
        BuiltControls.write(
            programs.stream().filter(TesteeName::isControl).map(TesteeName::value).toList(),
            temporary,
            progress);
      }
      SharedDatabases.write(sources, temporary, progress);
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
