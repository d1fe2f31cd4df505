package snapbench.results.folder;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import snapbench.model.Look;

/**
 * What the harness tells JMH's fork about the cell that it measures, as system properties.
 *
 * @param runFolder the run's folder
 * @param number the cell's number N, from 1; its file is {@code cells/N.json}
 * @param fork index of the fork within the cell, from 1
 * @param look which look at the cell it belongs to
 * @param mode JMH's short name of the mode
 * @param parentPid process id of the harness; when it ends, so does the fork
 */
public record ForkContext(
    Path runFolder, int number, int fork, Look look, String mode, long parentPid) {
  private static final String PREFIX = "snapbench.cell.";

  /** The cell's file. */
  public Path cellFile() {
    return runFolder.resolve("cells").resolve(number + ".json");
  }

  /** The folder for everything that does not outlive the run. */
  public Path temporaryFolder() {
    return runFolder.resolve("tmp");
  }

  /** JVM arguments that carry this to the fork. */
  public List<String> toJvmArguments() {
    return List.of(
        "-D" + PREFIX + "runFolder=" + runFolder.toAbsolutePath(),
        "-D" + PREFIX + "number=" + number,
        "-D" + PREFIX + "fork=" + fork,
        "-D" + PREFIX + "look=" + look.number(),
        "-D" + PREFIX + "looks=" + look.of(),
        "-D" + PREFIX + "mode=" + mode,
        "-D" + PREFIX + "parentPid=" + parentPid);
  }

  /** Reads them back; null in a JVM that was not started by the harness. */
  public static @Nullable ForkContext ofSystemProperties() {
    String folder = System.getProperty(PREFIX + "runFolder");
    if (folder == null) {
      return null;
    }
    return new ForkContext(
        Path.of(folder),
        Integer.getInteger(PREFIX + "number", 0),
        Integer.getInteger(PREFIX + "fork", 0),
        new Look(Integer.getInteger(PREFIX + "look", 1), Integer.getInteger(PREFIX + "looks", 1)),
        System.getProperty(PREFIX + "mode", ""),
        Long.getLong(PREFIX + "parentPid", 0));
  }
}
