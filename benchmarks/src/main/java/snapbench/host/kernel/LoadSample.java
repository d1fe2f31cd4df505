package snapbench.host.kernel;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much processor time was used until now, by whom; two of them tell of the time between.
 *
 * @param processors the machine's
 * @param ownTicks of this process; NaN where unknown
 * @param others every other process that can be seen, by its process id
 * @param throttled how often the control groups stopped this process's group; NaN where unknown
 */
public record LoadSample(
    ProcessorTimes processors, double ownTicks, Map<String, Used> others, double throttled) {
  /** Name in brackets, state, 10 numbers, then the ticks in user and in system mode (proc(5)). */
  private static final Pattern STAT =
      Pattern.compile("(?s)(\\d+) \\((.*)\\) \\S(?: -?\\d+){10} (\\d+) (\\d+) .*");

  private static final Pattern THROTTLED = Pattern.compile("(?m)^nr_throttled (\\d+)$");

  public LoadSample {
    others = Collections.unmodifiableMap(new HashMap<>(others));
  }

  /**
   * What a process used.
   *
   * @param name of which the kernel keeps 15 characters
   * @param ticks since its start
   */
  public record Used(String name, double ticks) {}

  /** Reads all of it, from the folder that {@code proc} and {@code sys} lie in. */
  public static LoadSample read(Path root) {
    Map<String, Used> others = new HashMap<>();
    for (Path process : KernelFile.entries(root.resolve("proc"), "[0-9]*")) {
      KernelFile.text(process.resolve("stat"))
          .flatMap(LoadSample::parse)
          .ifPresent(used -> others.put(process.getFileName().toString(), used));
    }
    Optional<String> self = KernelFile.text(root.resolve("proc/self/stat"));
    self.map(text -> text.substring(0, Math.max(0, text.indexOf(' ')))).ifPresent(others::remove);
    return new LoadSample(
        KernelFile.text(root.resolve("proc/stat"))
            .map(ProcessorTimes::parse)
            .orElse(ProcessorTimes.UNKNOWN),
        self.flatMap(LoadSample::parse).map(Used::ticks).orElse(Double.NaN),
        others,
        ControlGroups.read(root)
            .highest("cpu", group -> KernelFile.number(group.resolve("cpu.stat"), THROTTLED)));
  }

  /** Interprets the text of a {@code /proc/PID/stat}. */
  static Optional<Used> parse(String text) {
    Matcher stat = STAT.matcher(text);
    return Optional.of(stat)
        .filter(Matcher::matches)
        .map(all -> KernelFile.number(all.group(3)) + KernelFile.number(all.group(4)))
        .map(ticks -> new Used(stat.group(2), ticks));
  }
}
