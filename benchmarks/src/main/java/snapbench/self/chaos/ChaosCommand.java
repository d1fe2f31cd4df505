package snapbench.self.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import snapbench.files.FileTrees;
import snapbench.results.files.InvalidInputException;
import snapbench.self.chaos.fault.EntryPoint;
import snapbench.self.chaos.fault.Fault;
import snapbench.self.chaos.fault.Tally;
import snapbench.self.chaos.input.Attempt;
import snapbench.self.chaos.input.Damage;
import snapbench.self.chaos.input.Inputs;
import snapbench.self.chaos.run.DisturbedRuns;

/** {@code self chaos}: damaged inputs, killed processes, full disks, and what is said of them. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    description = {
      "runs report, compare and judge on damaged files and options, and kills, stops and starves"
          + " runs of its own; counts what is wrong with the answers"
    },
    footer = {
      "",
      "Runs need Linux, prlimit and what the control in C needs; some also root.",
      "Exit codes: 0 no faults; 1 faults, or not all was tried."
    })
public final class ChaosCommand implements Callable<Integer> {
  private static final String NAME = "self chaos --seed %d ";

  private final PrintStream out;
  private final EntryPoint entryPoint;

  @Option(
      names = "--mutations",
      description = "how many damaged inputs (default: ${DEFAULT-VALUE})")
  private int mutations = 5000;

  @Option(
      names = "--runs",
      description =
          "how many disturbed runs, a quarter of them starved, the others killed or stopped"
              + " (default: ${DEFAULT-VALUE})")
  private int runs = 420;

  @Option(names = "--seed", description = "where chance begins (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--mutation", description = "this one alone, from 1; its files are kept")
  private @Nullable Integer mutation;

  @Option(names = "--run", description = "this one alone, from 1; its files are kept")
  private @Nullable Integer run;

  @Option(names = "--at-once", description = "runs at a time (default: ${DEFAULT-VALUE})")
  private int atOnce = 2;

  @Option(
      names = "--minutes",
      description = "begin no run after so many (default: ${DEFAULT-VALUE})")
  private int minutes = 110;

  /** With where to print, and what runs commands. */
  public ChaosCommand(PrintStream out, EntryPoint entryPoint) {
    this.out = out;
    this.entryPoint = entryPoint;
  }

  @Override
  public Integer call()
      throws IOException, InterruptedException, InvalidInputException, ExecutionException {
    boolean kept = mutation != null || run != null;
    Path root = Files.createTempDirectory("snapbench-chaos");
    Tally tally = new Tally(out);
    boolean whole = true;
    if (run == null) {
      mutate(root, tally);
    }
    if (mutation == null && (run != null || runs > 0)) {
      whole = disturb(root, tally);
    }
    if (kept) {
      out.println("files: " + root);
    } else {
      FileTrees.delete(root);
    }
    boolean clean = tally.print();
    return clean && whole ? 0 : 1;
  }

  private void mutate(Path root, Tally tally) throws IOException, InterruptedException {
    Attempt attempt = new Attempt(entryPoint);
    Path valid = Files.createDirectory(root.resolve("valid"));
    Inputs.write(valid);
    int first = mutation == null ? 1 : mutation;
    int last = mutation == null ? mutations : mutation;
    for (int number = first; number <= last; number++) {
      Path folder = Files.createDirectory(root.resolve("mutation-" + number));
      List<String> command = new Damage(valid, folder, seed, number).command();
      Map<Fault, String> faults = attempt.of(command, folder);
      tally.add(
          "damaged input", NAME.formatted(seed) + "--mutation " + number + ": " + command, faults);
      if (mutation == null) {
        FileTrees.delete(folder);
      }
    }
  }

  /** Whether all were tried. */
  private boolean disturb(Path root, Tally tally)
      throws IOException, InterruptedException, InvalidInputException, ExecutionException {
    long start = System.nanoTime();
    Duration limit = Duration.ofMinutes(minutes);
    Path folder = Files.createDirectory(root.resolve("runs"));
    DisturbedRuns disturbed = DisturbedRuns.prepare(folder, seed, entryPoint);
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    List<Future<Boolean>> tried = new ArrayList<>();
    int first = run == null ? 1 : run;
    int last = run == null ? runs : run;
    for (int number = first; number <= last; number++) {
      int each = number;
      tried.add(
          pool.submit(
              () -> {
                if (System.nanoTime() - start > limit.toNanos()) {
                  return false;
                }
                DisturbedRuns.Outcome outcome = disturbed.of(each);
                tally.add(
                    outcome.kind(),
                    NAME.formatted(seed) + "--run " + each + ": " + outcome.words(),
                    outcome.faults());
                if (run == null) {
                  FileTrees.delete(folder.resolve("" + each));
                }
                return true;
              }));
    }
    boolean whole = true;
    try {
      for (int i = 0; i < tried.size(); i++) {
        whole &= tried.get(i).get();
        if (i % 20 == 19) {
          System.err.println("# Progress: run " + (i + 1) + " of " + tried.size());
        }
      }
    } finally {
      pool.shutdownNow();
    }
    return whole;
  }
}
