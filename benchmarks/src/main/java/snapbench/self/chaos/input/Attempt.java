package snapbench.self.chaos.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.self.chaos.fault.EntryPoint;
import snapbench.self.chaos.fault.Fault;

/** A command with damaged inputs, and what is wrong with its answer. */
public final class Attempt {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Set<Integer> EXIT_CODES = Set.of(0, 2, 3);
  private static final Set<String> WRITTEN =
      Set.of("out", "out/report.md", "out/report.html", "out/series.csv");

  private final EntryPoint entryPoint;

  /** With what runs commands. */
  public Attempt(EntryPoint entryPoint) {
    this.entryPoint = entryPoint;
  }

  /**
   * Runs a command.
   *
   * @param folder where all its files are; its reports go to {@code out}
   * @return what is wrong, with the evidence; empty if nothing is
   */
  public Map<Fault, String> of(List<String> arguments, Path folder)
      throws IOException, InterruptedException {
    Set<String> before = names(folder);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    AtomicInteger code = new AtomicInteger(-1);
    AtomicReference<@Nullable Throwable> escaped = new AtomicReference<>();
    Thread thread =
        new Thread(() -> code.set(entryPoint.run(arguments, stream(out), stream(err))), "attempt");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((dead, reason) -> escaped.set(reason));
    thread.start();
    thread.join(LIMIT.toMillis());
    Map<Fault, String> faults = new EnumMap<>(Fault.class);
    if (thread.isAlive()) {
      faults.put(Fault.UNBOUNDED, List.of(thread.getStackTrace()).toString());
      return faults;
    }
    Throwable reason = escaped.get();
    if (reason != null) {
      faults.put(Fault.ESCAPED, reason + " " + Stream.of(reason.getStackTrace()).limit(9).toList());
      return faults;
    }
    String said = err.toString(StandardCharsets.UTF_8);
    if (!EXIT_CODES.contains(code.get())) {
      faults.put(Fault.EXIT_CODE, code + ": " + said);
    }
    if ((out.toString(StandardCharsets.UTF_8) + "\n" + said).contains("\n\tat ")) {
      faults.put(Fault.FRAMES, said);
    }
    if (code.get() == 2 && said.lines().count() != 1) {
      faults.put(Fault.LINES, said);
    }
    Set<String> left = names(folder);
    left.removeAll(before);
    left.removeAll(code.get() == 2 ? Set.of("out") : WRITTEN);
    if (!left.isEmpty()) {
      faults.put(Fault.LEFT_OVER, left.toString());
    }
    return faults;
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
