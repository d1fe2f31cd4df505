package snapbench.run.loop;

import java.nio.file.Path;

/**
 * What a run left.
 *
 * @param exitCode that of the command
 * @param folder the run's folder
 */
public record MeasuredRun(int exitCode, Path folder) {}
