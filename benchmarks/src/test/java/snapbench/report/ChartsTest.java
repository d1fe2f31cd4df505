package snapbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.report.cell.CellStyles;
import snapbench.report.model.Chart;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.JmhResult.Metric;

/** The charts as data: what each is made of, without a browser. */
class ChartsTest {
  private static final int FORKS = SampleRun.VARIANTS * SampleRun.FORKS;
  private static final int CYCLES = SampleRun.CYCLES;

  /** Not known with so few forks. */
  private static final Set<String> ENDS_OF_INTERVALS = Set.of("lower", "upper");

  private static Map<String, Chart> sample = Map.of();

  @BeforeAll
  static void makeCharts() throws InvalidInputException {
    sample = charts(SampleRun.reports());
  }

  private static Map<String, Chart> charts(List<Report> reports) {
    return reports.stream()
        .flatMap(report -> report.sections().stream())
        .flatMap(section -> section.charts().stream())
        .collect(Collectors.toMap(Chart::id, chart -> chart, (a, b) -> a, LinkedHashMap::new));
  }

  private static List<JsonNode> rows(Chart chart, String name) {
    List<JsonNode> rows = new ArrayList<>();
    chart.specification().path("datasets").path(name).forEach(rows::add);
    return rows;
  }

  private static Chart only(Run run, String id) {
    return chart(charts(List.of(Report.of(run))), id);
  }

  private static Chart chart(Map<String, Chart> charts, String id) {
    return Objects.requireNonNull(charts.get(id), id);
  }

  private static Run run(List<JmhResult> results, List<Fork> cells) {
    return new Run(Path.of("run"), cells, Map.of(), results);
  }

  /** Its owners add up to the resident set, whatever that counts again. */
  @Test
  void drawALedgerOfBeforeThereWasAProportionalSet() {
    List<Fork> old = SampleRun.run().forks().stream().map(ChartsTest::withoutCountedAgain).toList();
    Chart ledger = only(run(SampleRun.run().results(), old), "ledger");
    assertThat(rows(ledger, "owners"))
        .hasSize(SampleRun.FORKS * (CYCLES + 1) * 10)
        .noneMatch(row -> row.path("owner").asText().equals("countedAgain"));
  }

  private static Fork withoutCountedAgain(Fork fork) {
    List<Iteration> iterations = new ArrayList<>();
    for (Iteration each : fork.iterations()) {
      Map<String, Double> metrics = new LinkedHashMap<>(each.metrics());
      metrics.remove("ledger.countedAgain");
      iterations.add(new Iteration(each.warmup(), each.iteration(), metrics));
    }
    return ForkBuilder.like(fork).iterations(iterations).build();
  }

  @Test
  void drawEverythingThatWasMeasured() {
    Map<String, Chart> charts = sample;
    assertThat(charts.keySet())
        .containsExactly(
            "peaks",
            "resident-set",
            "score-1",
            "cycle-times",
            "phases",
            "waits",
            "descriptors",
            "ledger",
            "speed",
            "explored");
    assertThat(rows(chart(charts, "resident-set"), "readings")).hasSize(FORKS * (CYCLES + 1));
    assertThat(rows(chart(charts, "resident-set"), "growth")).hasSize(FORKS * 3);
    assertThat(rows(chart(charts, "descriptors"), "readings")).hasSize(FORKS * (CYCLES + 1));
    assertThat(rows(chart(charts, "peaks"), "forks")).hasSize(FORKS);
    assertThat(rows(chart(charts, "ledger"), "owners"))
        .hasSize(SampleRun.FORKS * (CYCLES + 1) * 11);
    assertThat(rows(chart(charts, "score-1"), "values")).hasSize(FORKS * CYCLES);
    assertThat(rows(chart(charts, "score-1"), "centres")).hasSize(SampleRun.VARIANTS);
    assertThat(rows(chart(charts, "cycle-times"), "values")).hasSize(FORKS * CYCLES);
    assertThat(rows(chart(charts, "phases"), "times")).hasSize(SampleRun.VARIANTS * 4);
    assertThat(rows(chart(charts, "waits"), "times")).hasSize(SampleRun.VARIANTS * 2);
    assertThat(rows(chart(charts, "speed"), "ratios")).hasSize(2);
    assertThat(rows(chart(charts, "explored"), "ratios")).hasSize(2 * 9);
  }

  @Test
  void tellTheExactValuesWithTheBaselineFirst() {
    Chart chart = chart(sample, "resident-set");
    List<JsonNode> readings = rows(chart, "readings");
    assertThat(readings.get(0).path("cycle").asDouble()).isZero();
    assertThat(readings.get(0).path("value").asDouble()).isEqualTo(400_000);
    assertThat(readings.get(1).path("value").asDouble()).isEqualTo(500_001);
    assertThat(chart.table().rows().get(1))
        .containsExactly("memory, driver=3.54.1.0", "1", "1", "500,001");
  }

  @Test
  void haveEachFieldOfASpecificationInItsData() {
    for (Chart chart : sample.values()) {
      ObjectNode specification = chart.specification();
      String name = specification.path("data").path("name").asText();
      checkFields(chart.id(), specification, name, specification.path("datasets"));
    }
  }

  private static void checkFields(String id, JsonNode node, String data, JsonNode datasets) {
    String own = node.path("data").path("name").asText(data);
    String field = node.path("field").asText("");
    if (!field.isEmpty() && !ENDS_OF_INTERVALS.contains(field)) {
      Set<String> fields = new HashSet<>();
      datasets.path(own).forEach(row -> row.fieldNames().forEachRemaining(fields::add));
      assertThat(fields).as(id + ", " + own).contains(field);
    }
    node.properties().stream()
        .filter(property -> !property.getKey().equals("datasets"))
        .forEach(property -> checkFields(id, property.getValue(), own, datasets));
    if (node.isArray()) {
      node.forEach(element -> checkFields(id, element, own, datasets));
    }
  }

  @Test
  void drawAVariantTheSameInEachOfThem() {
    Map<String, Set<String>> coloursByVariant = new LinkedHashMap<>();
    for (Chart chart : sample.values()) {
      collectColours(chart.specification(), coloursByVariant);
    }
    assertThat(coloursByVariant).hasSize(SampleRun.VARIANTS);
    assertThat(coloursByVariant.values()).allMatch(colours -> colours.size() == 1);
    assertThat(coloursByVariant.values()).doesNotHaveDuplicates();
  }

  private static void collectColours(JsonNode node, Map<String, Set<String>> colours) {
    JsonNode colour = node.path("color");
    if (colour.path("field").asText().equals("variant")) {
      JsonNode domain = colour.path("scale").path("domain");
      for (int i = 0; i < domain.size(); i++) {
        colours
            .computeIfAbsent(domain.get(i).asText(), label -> new HashSet<>())
            .add(colour.path("scale").path("range").path(i).asText());
      }
    }
    node.forEach(child -> collectColours(child, colours));
  }

  @Test
  void areLeftOutWhereNothingIsKnown() {
    Fork bare =
        ForkBuilder.of("org.example.Some.work", "avgt")
            .iterations(List.of(new Iteration(false, 1, Map.of())))
            .build();
    JmhResult result =
        new JmhResult(
            bare.benchmark(),
            "avgt",
            Map.of(),
            new Metric(12.5, Double.NaN, "ns/op", List.of(List.of(12.0, 13.0, Double.NaN))),
            Map.of());
    Map<String, Chart> charts = charts(List.of(Report.of(run(List.of(result), List.of(bare)))));
    assertThat(charts.keySet()).containsExactly("score-1");
    Chart score = chart(charts, "score-1");
    assertThat(score.title()).startsWith("Average time, ns/op");
    assertThat(rows(score, "values")).hasSize(2);
    assertThat(rows(score, "centres"))
        .singleElement()
        .matches(row -> row.path("interval").asText().equals("unknown") && !row.has("lower"));
  }

  @Test
  void havePlacesForTimesThatAreFarApart() {
    List<Fork> cells = new ArrayList<>();
    List<JmhResult> results = new ArrayList<>();
    for (double score : new double[] {0.5, 5000}) {
      Map<String, String> params = Map.of("size", Double.toString(score));
      Fork cell = Cells.measured(cells.size() + 1, "work", 1, params, 1, 2);
      cells.add(cell);
      results.add(
          new JmhResult(
              cell.benchmark(),
              cell.mode(),
              params,
              new Metric(score, score / 10, "ms/op", List.of()),
              Map.of()));
    }
    Chart chart = only(run(results, cells), "score-1");
    assertThat(chart.specification().at("/encoding/x/scale/type").asText()).isEqualTo("log");
    assertThat(chart.summary()).contains("logarithmic");
  }

  @Test
  void showTheWorstVariantsWhereThereAreMoreThanCanBeToldApart() {
    Chart chart = only(run(List.of(), growing(30)), "resident-set");
    assertThat(CellStyles.labels(chart.specification()))
        .hasSize(24)
        .contains("memory, x=28", "memory, x=29", "memory, x=30");
    assertThat(chart.summary()).contains("24 variants with the worst verdicts", "6 are left out");
    assertThat(only(run(List.of(), growing(25)), "resident-set").summary())
        .contains("; 1 is left out and is in the tables");
  }

  /** Cells, of which those after the 27th grow. */
  private static List<Fork> growing(int variants) {
    List<Fork> cells = new ArrayList<>();
    for (int i = 1; i <= variants; i++) {
      double[] rssKiB = new double[30];
      for (int k = 0; k < rssKiB.length; k++) {
        rssKiB[k] = 500_000 + (i > 27 ? 3000.0 * k : k % 2 * 4);
      }
      Map<String, String> params = Map.of("snapshot", "memory", "threads", "4", "x", "" + i);
      cells.add(Cells.measured(i, "snapshotAndDump", 1, params, rssKiB));
    }
    return cells;
  }

  @Test
  void nameOneThingAsOne() {
    Fork cell = Cells.measured(1, "snapshotAndDump", 1, Map.of("snapshot", "memory"), 500, 600);
    assertThat(only(run(List.of(), List.of(cell)), "resident-set").summary())
        .contains("in 1 cycle.");
    List<Fork> cells = new ArrayList<>();
    List<JmhResult> results = new ArrayList<>();
    for (int i = 1; i <= 241; i++) {
      Map<String, String> params = Map.of("x", "" + i);
      cells.add(Cells.measured(i, "work", 1, params));
      Metric score = new Metric(i, 1, "ms/op", List.of());
      results.add(
          new JmhResult(cells.get(0).benchmark(), cells.get(0).mode(), params, score, Map.of()));
    }
    assertThat(only(run(results, cells), "score-10").summary())
        .contains(" 1 more is in the table ");
  }
}
