package snapbench.self.speed;

import java.nio.file.Path;

/**
 * What to measure.
 *
 * @param scale of the generated database; 1.0 is the original report's size
 * @param fills how often to fill, and to restore beside it
 * @param rounds how often to dump, and to take each kind of snapshot
 * @param driver the driver's name, as in {@code -p driver=}
 * @param folder takes all files; removed by the caller
 */
public record SpeedOptions(double scale, int fills, int rounds, String driver, Path folder) {
  /** Checks the counts. */
  public SpeedOptions {
    if (fills < 1 || rounds < 1) {
      throw new IllegalArgumentException("at least one repetition of each is needed");
    }
  }
}
