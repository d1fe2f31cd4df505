package snapbench.self.chaos.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import snapbench.control.BuiltControls;
import snapbench.control.Control;
import snapbench.files.FileTrees;
import snapbench.files.OwnJvm;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;
import snapbench.self.chaos.fault.EntryPoint;
import snapbench.self.chaos.fault.Fault;
import snapbench.self.chaos.input.Attempt;

/** Runs of this program in processes of their own that are disturbed, by number. */
public final class DisturbedRuns {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration CLEANING = Duration.ofSeconds(10);
  private static final int STANDSTILL_SECONDS = 1;

  /** A run takes up to this much longer than the one that nothing disturbed. */
  private static final double SLOWER = 1.3;

  /** One in so many has too little of something. */
  private static final int LIMITED = 4;

  private static final List<String> OF_JVM =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Djmh.ignoreLock=true",
          "-Dsnapbench.fork.graceMillis=2000");

  private final Path root;
  private final long seed;
  private final EntryPoint entryPoint;
  private final String control;
  private final Map<Scenario, Undisturbed> undisturbed = new EnumMap<>(Scenario.class);

  /**
   * What became of a run.
   *
   * @param kind what was done to it, without the amount
   * @param words what was done to what
   * @param faults what is wrong, with the evidence
   */
  public record Outcome(String kind, String words, Map<Fault, String> faults) {}

  private DisturbedRuns(Path root, long seed, EntryPoint entryPoint, String control) {
    this.root = root;
    this.seed = seed;
    this.entryPoint = entryPoint;
    this.control = control;
  }

  /**
   * Prepares them.
   *
   * @param root an empty folder
   * @throws IOException if there is no C compiler
   */
  public static DisturbedRuns prepare(Path root, long seed, EntryPoint entryPoint)
      throws IOException, InterruptedException {
    List<String> control =
        Control.of("c").build(BuiltControls.cacheFolder(), System.err::println).command();
    return new DisturbedRuns(root, seed, entryPoint, control.get(0));
  }

  /** What is true of it, measured where it is first asked for. */
  private synchronized Undisturbed undisturbed(Scenario scenario)
      throws IOException, InterruptedException, InvalidInputException {
    Undisturbed known = undisturbed.get(scenario);
    if (known == null) {
      known = measure(scenario);
      undisturbed.put(scenario, known);
    }
    return known;
  }

  private Undisturbed measure(Scenario scenario)
      throws IOException, InterruptedException, InvalidInputException {
    Place place = new Place(Files.createDirectory(root.resolve("undisturbed-" + scenario)));
    long start = System.nanoTime();
    int exitCode = start(scenario, place, Limit.NONE).waitFor();
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    if (exitCode != 0) {
      throw new IOException("undisturbed " + scenario + " fails: " + place.said());
    }
    try (Stream<Path> all = Files.list(place.results())) {
      return Undisturbed.of(duration, Run.read(all.findFirst().orElseThrow()));
    } finally {
      FileTrees.delete(place.folder());
    }
  }

  /**
   * Disturbs a run.
   *
   * @throws IOException also if what is to be disturbed fails undisturbed
   */
  public Outcome of(int number) throws IOException, InterruptedException, InvalidInputException {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 - number);
    Scenario scenario = any(random, List.of(Scenario.values()));
    boolean limited = number % LIMITED == 0;
    Disturbance disturbance =
        any(
            random,
            Stream.of(Disturbance.values()).filter(each -> each.isLimit() == limited).toList());
    Undisturbed truth = undisturbed(scenario);
    long afterMillis = random.nextLong((long) (truth.duration().toMillis() * SLOWER));
    // as likely little as much
    int amount =
        limited
            ? (int)
                (disturbance.least()
                    * Math.pow(
                        (double) disturbance.most() / disturbance.least(), random.nextDouble()))
            : 0;
    Place place = new Place(Files.createDirectory(root.resolve("" + number)));
    Files.createDirectory(place.disk());
    String words =
        limited
            ? "%s, %s %d".formatted(scenario, disturbance, amount)
            : "%s, %s after %d ms".formatted(scenario, disturbance, afterMillis);
    Limit limit;
    try {
      limit = Limit.of(disturbance, amount, place.disk());
    } catch (IOException notPermitted) {
      String skipped = "skipped, " + disturbance + ": " + notPermitted.getMessage();
      return new Outcome(skipped, words, Map.of());
    }
    try (limit) {
      Process process = start(scenario, place, limit);
      Family family = new Family(process.toHandle(), place.folder().toString());
      if (!limited) {
        disturb(process, family, disturbance, afterMillis);
      }
      return new Outcome(
          disturbance.toString(), words, faults(process, family, disturbance, truth, place));
    }
  }

  private Map<Fault, String> faults(
      Process process, Family family, Disturbance disturbance, Undisturbed truth, Place place)
      throws IOException, InterruptedException {
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      family.left(Duration.ZERO);
      process.waitFor();
      return Map.of(Fault.UNBOUNDED, place.said());
    }
    Ended ended =
        new Ended(
            disturbance,
            process.exitValue(),
            Files.readString(place.output()),
            Files.readString(place.errors()),
            family.left(CLEANING),
            place);
    return new Aftermath(truth, new Attempt(entryPoint)).faults(ended);
  }

  private static void disturb(
      Process process, Family family, Disturbance disturbance, long afterMillis)
      throws IOException, InterruptedException {
    if (process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
      return;
    }
    family.signal(disturbance.means(), disturbance.roles());
    if (disturbance == Disturbance.STOP_HARNESS) {
      process.waitFor(STANDSTILL_SECONDS, TimeUnit.SECONDS);
      family.signal("CONT", disturbance.roles());
    }
  }

  private Process start(Scenario scenario, Place place, Limit limit) throws IOException {
    Files.createDirectories(place.temporary());
    List<String> options = new ArrayList<>(OF_JVM);
    options.add("-Djava.io.tmpdir=" + place.temporary());
    List<String> arguments = scenario.commandLine(control, place.results().toString());
    // what a shell starts in the background ignores SIGINT, and so do all that it starts
    List<String> command =
        Stream.concat(
                Stream.of("env", "--default-signal=INT"),
                OwnJvm.command(options, "snapbench.cli.Main", arguments).stream())
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(limit.around(command))
            .directory(place.folder().toFile())
            .redirectOutput(place.output().toFile())
            .redirectError(place.errors().toFile());
    builder.environment().put(Family.VARIABLE, place.folder().toString());
    return builder.start();
  }

  private static <T> T any(SplittableRandom random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
