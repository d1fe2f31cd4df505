package snapbench.host.kernel;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code /proc/stat} says of the machine's cores since it was started, in ticks (1/100 s); NaN
 * where unknown.
 *
 * @param total all
 * @param idle without anything to do, or waiting for a disk
 * @param stolen given to other machines by the hypervisor
 * @param cores how many cores they are of
 */
public record ProcessorTimes(double total, double idle, double stolen, double cores) {
  static final ProcessorTimes UNKNOWN =
      new ProcessorTimes(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private static final Pattern SPACES = Pattern.compile(" +");
  private static final int IDLE = 4;
  private static final int WAITING = 5;
  private static final int STOLEN = 8;

  /** Interprets the text; guests' time, which follows the stolen, is in that of users too. */
  static ProcessorTimes parse(String text) {
    List<String> lines = text.lines().filter(line -> line.startsWith("cpu")).toList();
    if (lines.isEmpty() || !lines.get(0).startsWith("cpu ")) {
      return UNKNOWN;
    }
    String[] fields = SPACES.split(lines.get(0));
    double total = 0;
    for (int i = 1; i <= STOLEN; i++) {
      total += field(fields, i);
    }
    return new ProcessorTimes(
        total,
        field(fields, IDLE) + field(fields, WAITING),
        field(fields, STOLEN),
        lines.size() - 1);
  }

  private static double field(String[] fields, int index) {
    return index < fields.length ? KernelFile.number(fields[index]) : Double.NaN;
  }

  /** What was used since an earlier reading. */
  public ProcessorTimes since(ProcessorTimes before) {
    return new ProcessorTimes(
        total - before.total, idle - before.idle, stolen - before.stolen, cores);
  }

  /** All but idle and stolen time. */
  public double busy() {
    return total - idle - stolen;
  }

  /** Ticks that one core had. */
  public double perCore() {
    return total / cores;
  }
}
