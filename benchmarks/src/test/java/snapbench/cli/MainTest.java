package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.cli.measure.Wiring;
import snapbench.cli.terminal.Streams;
import snapbench.cli.testee.TesteeCommand;
import snapbench.host.doctor.Environment;
import snapbench.run.plan.ParameterChecks;
import snapbench.run.plan.Profilers;
import snapbench.self.SelfCommand;

/** What the command line answers without measuring anything. */
class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> launched = new ArrayList<>();

  @TempDir Path folder;

  private int run(String... arguments) {
    ParameterChecks checks =
        ParameterChecks.standard().with("tokens", ParameterChecks.integer(1, 100));
    Wiring parts = new Wiring(Profilers.none(), checks, Environment::read);
    PrintStream standardOut = System.out;
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    try {
      Streams streams = new Streams(stream, new PrintStream(err, true, StandardCharsets.UTF_8));
      TesteeCommand testee =
          new TesteeCommand(streams) {
            @Override
            protected int launch(List<String> given) {
              launched.addAll(given);
              return 7;
            }
          };
      return new Main(
              parts,
              Map.of(
                  "testee",
                  () -> testee,
                  "self",
                  () -> SelfCommand.with(stream, (given, toOut, toErr) -> 0)),
              streams)
          .run(List.of(arguments));
    } finally {
      System.setOut(standardOut);
    }
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TinyBenchmark -p tokns=1     | -p tokns=… is not a parameter | choose one of tokens",
        "TinyBenchmark -p tokens=0    | -p tokens=0 is not possible   | a whole number from 1 to"
            + " 100",
        "TinyBenchmark -p tokens=1,x  | -p tokens=x is not possible   | a whole number from 1 to"
            + " 100",
        "NoSuchBenchmark              | no benchmark matches NoSuch   | TinyBenchmark.succeeding",
        "TinyBenchmark -e Tiny        | no benchmark matches Tiny     | without -e Tiny",
        "Tiny[                        | Tiny[ is not a regular        | expression",
        "Tiny -bm sometimes           | sometimes                     | thrpt",
        "Tiny -rf xml                 | XML is not known              | CSV",
        "Tiny -tu weeks               | weeks                         | ms, us, ns",
        "Tiny -f minusOne             | minusOne                      | f",
        "Tiny -wm BULK                | has a testee of its own       | -wm INDI",
        "Tiny -jvm /no/such/java      | -jvm /no/such/java            | choose a bin/java",
        "Tiny -prof nobody            | -prof nobody                  | -lprof",
        "Tiny -prof cl -prof cl       | -prof cl                      | more than once",
        "Tiny --results               | --results                     | folder",
        "Tiny.*succ --results 10:30   | 10:30 is not possible         | without ':'",
        "Tiny --reference             | --reference                   | NAME=VALUE",
        "Tiny --alpha 0.1             | --alpha needs                 | --reference NAME=VALUE",
        "Tiny --fail-on rss>2         | --fail-on rss>2.0 needs       | --reference NAME=VALUE",
        "Tiny --fail-on rss           | --fail-on rss is not          | NAME<RATIO",
        "Tiny.*succ --reference x=1   | --reference x=1 is not a      | choose one of tokens",
        "Tiny.*succ --reference tokens=30 | will not be measured      | choose one of 10, 20",
        "Tiny.*succ -p tokens=9 --reference tokens=9 | is all there is | -p tokens=",
        "Tiny --max-cycles 100        | --max-cycles 100 limits       | by -i",
        "Tiny --max-cycles=0          | --max-cycles 0 is not possible | a whole number from 1",
        "Tiny --max-cycles            | --max-cycles  is not possible | a whole number from 1",
        "Tiny --until-decided --interleave | --until-decided and       | choose one of them",
        "Tiny.*succ -wi 1 -i 8 --until-decided --max-cycles 8 | --max-cycles 8 | at least 9",
        "Tiny -nonsense               | n                             | not a recognized option",
        "--fast                       | --fast is neither an option   | -h lists them",
        "--quik                       | the nearest: --quick          | -h lists them",
        "teste x                      | no benchmark matches teste,   | the nearest: testee;",
        "TinyBenchmark stray          | no benchmark matches stray    | TinyBenchmark.succeeding",
        "TinyBenchmark testee         | no benchmark matches testee   | comes first",
        "quick TinyBench nothing      | no benchmark matches nothing  | TinyBenchmark.succeeding",
        "--drivers -f                 | --drivers needs a list        | 3.36.0.3,3.46.1.3,bundled",
      })
  void refusesInOneLineThatNamesTheChoices(String arguments, String what, String choices)
      throws IOException {
    List<Path> before = results();
    assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
    assertThat(err()).startsWith("snapbench: ").contains(what, choices).hasLineCount(1);
    assertThat(out()).isEmpty();
    assertThat(results()).isEqualTo(before);
  }

  /** The folder of results, if a run by hand has left one, and what is in it. */
  private static List<Path> results() throws IOException {
    Path results = Path.of("results");
    if (!Files.exists(results)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(results, 1)) {
      return found.sorted().toList();
    }
  }

  @Test
  void refusesAResultFileThatCannotBeWritten() throws Exception {
    Path notFolder = Files.createFile(folder.resolve("file"));
    assertThat(run("TinyBenchmark", "-rff", notFolder.resolve("x.csv").toString())).isEqualTo(2);
    assertThat(err()).contains("-rff", "cannot be written").hasLineCount(1);
  }

  @Test
  void refusesAnOutputThatCannotBeWritten() throws Exception {
    Path notFolder = Files.createFile(folder.resolve("file"));
    assertThat(run("TinyBenchmark", "-o", notFolder.resolve("x.txt").toString())).isEqualTo(2);
    assertThat(err()).contains("-o", "cannot be written").hasLineCount(1);
  }

  @Test
  void aCommandLineThatIsRefusedLeavesTheOutputAsItWas() throws Exception {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThat(run("TinyBenchmark", "-p", "tokens=abc", "-o", notes.toString())).isEqualTo(2);
    assertThat(notes).hasContent("mine");
    Path none = folder.resolve("none.txt");
    assertThat(run("TinyBenchmark", "-p", "tokens=abc", "-o", none.toString())).isEqualTo(2);
    assertThat(none).doesNotExist();
    assertThat(run("TinyBenchmark", "-l", "-o", notes.toString())).isZero();
    assertThat(notes).content().startsWith("Benchmarks:");
  }

  @Test
  void asksAProfilerForHelp() {
    assertThat(run("-prof", "jfr:help")).isZero();
    assertThat(out()).contains("Usage: -prof <profiler-name>");
    assertThat(err()).isEmpty();
  }

  @Test
  void listsBenchmarksAsJmhDoes() {
    assertThat(run("-l", "TinyBenchmark.succeeding")).isZero();
    assertThat(out()).isEqualTo("Benchmarks: \nsnapbench.cli.TinyBenchmark.succeeding\n");
  }

  @Test
  void listsParametersAsJmhDoes() {
    assertThat(run("-lp", "TinyBenchmark.succeeding")).isZero();
    assertThat(out()).contains("  param \"tokens\" = {10, 20}");
  }

  @Test
  void listsFormatsAsJmhDoes() {
    assertThat(run("-lrf")).isZero();
    assertThat(out()).contains("Available formats: text, csv");
  }

  /** Without programs: JMH would ask perf of each of its events whether it is there. */
  @Test
  void listsProfilersAsJmhDoesWithOurs() throws Exception {
    Process listing = MainProcess.start(folder, "-lprof");
    assertThat(new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("Supported profilers", "snapbench.profile.ProcessProfiler: Resident memory")
        .contains("Short name of ours: process (snapbench.profile.ProcessProfiler, on by default)");
    assertThat(listing.waitFor()).isZero();
  }

  @Test
  void helpsWithJmhsOptionsAndOurs() {
    assertThat(run("-h")).isZero();
    assertThat(out())
        .contains("Usage: java -jar", "-prof <profiler>", "--results", "quick  ", "testee  ");
  }

  @ParameterizedTest
  @CsvSource({
    "help",
    "--help",
    "-h",
    "TinyBenchmark --help",
    "quick -h",
    "-i 3 --help",
    "help quick"
  })
  void helpsWithPresetsAndOurOptionsFirst(String arguments) {
    assertThat(run(arguments.split(" ", -1))).as(err()).isZero();
    assertThat(out())
        .containsSubsequence("quick  ", "--interleave", "testee  ", "Exit codes: 0", "-i <int>");
    assertThat(err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"version", "--version", "-V", "quick --version"})
  void saysWhichVersionItIs(String arguments) {
    assertThat(run(arguments.split(" ", -1))).isZero();
    assertThat(out()).matches("snapbench .+ \\(commit .+\\)\\R");
  }

  @Test
  void measuresItselfWhereAsked() {
    assertThat(run("help")).isZero();
    assertThat(out()).doesNotContain("  self");
    assertThat(run("self", "confusion", "--series", "2", "--kinds", "FLAT")).as(err()).isEqualTo(2);
    assertThat(err()).contains("Invalid value for option '--kinds'");
    assertThat(run("self")).isZero();
    assertThat(out()).contains("confusion", "looks", "simulation", "comparison", "causes");
    assertThat(run("self", "simulation", "--comparisons", "1")).isZero();
    assertThat(out()).contains("1 comparisons for each figure, seed 1");
  }

  @Test
  void helpsWithASubcommand() {
    assertThat(run("help", "testee")).isEqualTo(7);
    assertThat(launched).containsExactly("--help");
  }

  @Test
  void listsTheLegalValuesOfParameters() {
    assertThat(run("-lp", "DumpBenchmark")).isZero();
    assertThat(out()).contains("threads", "choose a whole number from 0 to 1024 (default: 16)");
    assertThat(out()).doesNotContain("serialize");
  }

  @Test
  void handsASubcommandAllItsArguments() {
    assertThat(run("testee", "--port", "1", "-h", "--help", "free")).isEqualTo(7);
    assertThat(launched).containsExactly("--port", "1", "-h", "--help", "free");
  }
}
