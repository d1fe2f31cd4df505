package snapbench.self.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import snapbench.files.FileTrees;
import snapbench.self.chaos.Attempt.Fault;

/** {@code self chaos}: how the commands that read files answer to damaged ones. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    description = "runs report, compare and judge on damaged files and options, and counts faults",
    footer = {"", "Exit codes: 0 no faults; 1 faults."})
public final class ChaosCommand implements Callable<Integer> {
  private static final int SHOWN = 600;

  private final PrintStream out;
  private final EntryPoint entryPoint;

  @Option(names = "--mutations", description = "how many (default: ${DEFAULT-VALUE})")
  private int mutations = 5000;

  @Option(names = "--seed", description = "where chance begins (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--only", description = "this mutation alone, from 1; its files are kept")
  private @Nullable Integer only;

  /** With where to print, and what runs commands. */
  public ChaosCommand(PrintStream out, EntryPoint entryPoint) {
    this.out = out;
    this.entryPoint = entryPoint;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int first = only == null ? 1 : only;
    int last = only == null ? mutations : only;
    Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    Stream.of(Fault.values()).forEach(fault -> counts.put(fault, 0));
    Attempt attempt = new Attempt(entryPoint);
    Path root = Files.createTempDirectory("snapbench-chaos");
    Path valid = Files.createDirectory(root.resolve("valid"));
    Inputs.write(valid);
    for (int number = first; number <= last; number++) {
      Path folder = Files.createDirectory(root.resolve("" + number));
      List<String> command = new Damage(valid, folder, seed, number).command();
      Map<Fault, String> faults = attempt.of(command, folder);
      faults.forEach((fault, evidence) -> counts.merge(fault, 1, Integer::sum));
      if (!faults.isEmpty() || only != null) {
        String shown = command.toString().replace("\r", "\\r").replace("\n", "\\n");
        out.println("self chaos --seed %d --only %d: %s".formatted(seed, number, shown));
        faults.forEach((fault, said) -> out.println("  " + fault.words() + ": " + shown(said)));
      }
      if (only == null) {
        FileTrees.delete(folder);
      }
    }
    if (only == null) {
      FileTrees.delete(root);
    }
    out.println("tries: " + (last - first + 1));
    counts.forEach((fault, count) -> out.println(fault.words() + ": " + count));
    return counts.values().stream().allMatch(count -> count == 0) ? 0 : 1;
  }

  private static String shown(String said) {
    return said.substring(0, Math.min(SHOWN, said.length())).replace("\n", "\n    ");
  }
}
