package snapbench.check;

import java.nio.file.Path;
import java.util.List;
import snapbench.driver.Driver;
import snapbench.process.TesteeLimits;

/**
 * What a suite of checks needs.
 *
 * @param program the program and its arguments; empty for the JVM testee
 * @param database the SQLite file that it loads, alone in its folder
 * @param threads worker threads
 * @param limits how long to wait for it
 * @param driver the bundled driver, in the JVM testee and to look at what a testee wrote
 * @param folder takes all temporary files
 */
public record CheckSettings(
    List<String> program,
    Path database,
    int threads,
    TesteeLimits limits,
    Driver driver,
    Path folder) {
  public CheckSettings {
    program = List.copyOf(program);
  }
}
