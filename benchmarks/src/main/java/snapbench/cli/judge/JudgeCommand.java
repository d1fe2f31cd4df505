package snapbench.cli.judge;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Thresholds;
import snapbench.analysis.verdict.Verdict;
import snapbench.cli.terminal.ExitCode;
import snapbench.cli.terminal.Streams;
import snapbench.report.judge.JudgedSeries;
import snapbench.report.judge.JudgedTable;
import snapbench.report.judge.JudgementJson;
import snapbench.report.judge.JudgementText;
import snapbench.results.csv.MemoryUnit;
import snapbench.results.csv.SeriesFile;
import snapbench.results.csv.SeriesTable;
import snapbench.results.files.InvalidInputException;

/** {@code judge FILE.csv}: the verdicts on any series. */
@Command(
    name = "judge",
    description = "says of any series in a CSV file whether it is flat, has settled or grows",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The first column is the cycle, hour or time (numbers, or times of ISO 8601, which become"
          + " hours), each further one a series. A series.csv of a run's folder is judged by cell"
          + " and fork, with the number of threads and the database's size that it states.",
      "A heading may name its unit: rss_kib, 'rss (MiB)', heap_bytes, fds, time_s. kB, MB and GB"
          + " are powers of 1000; KiB, MiB, GiB and K, M, G of 1024. Memory is shown in KiB.",
      "Unknown is an empty cell, NaN, NA, null or -. Thousands: \"1,024\", 1'024, 1 024. 12,5 has a"
          + " decimal comma, and where a semicolon separates cells so has 1,024.",
      "What is assumed, of units or commas, is printed; --unit COLUMN=UNIT says it otherwise.",
      "--json prints an array with an object for each series; what is unknown or infinite is null.",
      "Exit codes: 0 judged; 2 the command line or the file is wrong; 3 --fail-on."
    })
public final class JudgeCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(index = "0", paramLabel = "FILE", description = "the CSV file")
  private Path file = Path.of("");

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "judge this column alone; may be repeated (default: every column)")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "unit of the columns whose headings have none, or COLUMN=UNIT; may be repeated")
  private List<String> units = new ArrayList<>();

  @Option(
      names = "--round",
      paramLabel = "CYCLES",
      description = "cycles until each worker thread has had its turn: the number of workers")
  private @Nullable Integer round;

  @Option(
      names = "--database",
      paramLabel = "SIZE",
      description = "size of the live database, such as 541MB: what growth is compared with")
  private @Nullable String database;

  @Option(
      names = "--growth-threshold",
      paramLabel = "SHARE",
      description =
          "growth per cycle that is too small to matter, as a share of the database or, without"
              + " --database, of the first reading (default: ${bundle:shares})")
  private @Nullable Double growthThreshold;

  @Option(
      names = "--growth-threshold-kib",
      paramLabel = "KIB",
      description =
          "the same for memory in KiB; the greater of the two applies (default: ${DEFAULT-VALUE})")
  private double growthThresholdKiB = Thresholds.STANDARD.growthKiB();

  @Option(
      names = "--confidence",
      paramLabel = "SHARE",
      description = "confidence of the interval of growth (default: ${DEFAULT-VALUE})")
  private double confidence = 0.95;

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICTS",
      description = "exit with 3 where a series has one of these verdicts, such as GROWING")
  private @Nullable String failOn;

  @Option(names = "--json", description = "print JSON instead of plain text")
  private boolean json;

  /** With where to print verdicts and messages. */
  public JudgeCommand(Streams streams) {
    this.streams = streams;
  }

  /** Tells the help what the default shares are, since an option has one default value at most. */
  @Spec
  void describe(CommandSpec spec) throws IOException {
    Thresholds standard = Thresholds.STANDARD;
    String shares = standard.growthOfDatabase() + ", " + standard.growthOfBaseline();
    spec.resourceBundle(new PropertyResourceBundle(new StringReader("shares=" + shares)));
  }

  @Override
  public Integer call() throws InvalidInputException {
    Set<Verdict> unwanted = verdicts();
    ColumnUnits columnUnits = ColumnUnits.parse(units);
    SeriesContext given = context();
    List<SeriesTable> tables = SeriesFile.read(file, columns.stream().distinct().toList());
    columnUnits.check(tables);
    List<JudgedTable> judged = new ArrayList<>();
    for (SeriesTable table : tables) {
      judged.add(judge(table, columnUnits, given));
    }
    String name = String.valueOf(file.getFileName());
    streams.out().print(json ? JudgementJson.render(judged) : JudgementText.render(name, judged));
    streams.out().flush();
    ExitCode code = ExitCode.OK;
    for (JudgedTable table : judged) {
      for (JudgedSeries series : table.series()) {
        if (unwanted.contains(series.judgement().verdict())) {
          streams.say("crossed: " + JudgementText.line(table, series));
          code = ExitCode.GATE_CROSSED;
        }
      }
    }
    return code.number();
  }

  private JudgedTable judge(SeriesTable table, ColumnUnits columnUnits, SeriesContext given)
      throws InvalidInputException {
    TimeAxis axis = TimeAxis.of(table.axis(), columnUnits);
    if (axis.time() && round != null) {
      throw new InvalidInputException(
          "--round " + round + " counts cycles, but " + file + " has " + axis.description());
    }
    SeriesContext context =
        new SeriesContext(
            round != null ? given.round() : table.round(),
            database != null ? given.databaseKiB() : table.databaseKiB(),
            given.thresholds(),
            given.alpha(),
            axis.per());
    checkFinite(axis.values(), table.axis().column().heading());
    List<JudgedSeries> judged = new ArrayList<>();
    List<String> assumed = new ArrayList<>(table.assumed());
    for (SeriesTable.Column column : table.columns()) {
      Quantity quantity = columnUnits.quantity(column.heading());
      assumed.add(columnUnits.assumed(column.heading()));
      double factor = columnUnits.factor(column.heading());
      double[] values = Arrays.stream(column.values()).map(value -> value * factor).toArray();
      checkFinite(values, column.heading());
      Judgement judgement = Judge.judge(Series.of(quantity, axis.values(), values), context);
      judged.add(new JudgedSeries(column.heading(), columnUnits.of(column.heading()), judgement));
    }
    return new JudgedTable(
        table.title(),
        axis.description(),
        axis.per(),
        context.round(),
        context.databaseKiB(),
        assumed.stream().filter(each -> !each.isEmpty()).toList(),
        judged);
  }

  private void checkFinite(double[] values, String heading) throws InvalidInputException {
    if (Arrays.stream(values).anyMatch(Double::isInfinite)) {
      throw new InvalidInputException(
          file + " has a value in column " + heading + " that is too great for its unit");
    }
  }

  private SeriesContext context() throws InvalidInputException {
    if (round != null && round < 1) {
      throw new InvalidInputException(
          "--round " + round + " is not possible; choose a number of cycles from 1");
    }
    InvalidInputException.checkShare("--confidence", confidence);
    Thresholds thresholds = Thresholds.STANDARD;
    if (growthThreshold != null) {
      thresholds = thresholds.withRelativeGrowth("--growth-threshold", growthThreshold);
    }
    return new SeriesContext(
        round == null ? Double.NaN : round,
        database == null ? Double.NaN : MemoryUnit.kib("--database", database),
        thresholds.withAbsoluteGrowth("--growth-threshold-kib", growthThresholdKiB),
        Math.min(1 - confidence, Math.nextDown(1.0)));
  }

  private Set<Verdict> verdicts() throws InvalidInputException {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (String word : failOn == null ? List.<String>of() : List.of(failOn.split(",", -1))) {
      try {
        verdicts.add(Verdict.valueOf(word.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        String known =
            Arrays.stream(Verdict.values()).map(Verdict::name).collect(Collectors.joining(", "));
        throw new InvalidInputException(
            "--fail-on " + word.strip() + " is not a verdict; choose from " + known, e);
      }
    }
    return verdicts;
  }
}
