package snapbench.cli.drivers;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import snapbench.model.Parameter;
import snapbench.report.model.Columns;
import snapbench.report.model.Table.Column;
import snapbench.report.render.ConsoleTable;
import snapbench.testee.api.SnapshotKind;

/**
 * What a driver can do.
 *
 * @param driver its name as given
 * @param sqliteVersion what it reports; {@code unknown} where its testee did not start
 * @param answers for each kind of snapshot what came of it
 */
record DriverAbilities(String driver, String sqliteVersion, Map<SnapshotKind, Answer> answers) {
  private static final int WIDTH = 9;
  private static final String KNOWN = "/drivers/abilities.txt";

  DriverAbilities {
    answers = Map.copyOf(answers);
  }

  /**
   * What came of trying one kind of snapshot.
   *
   * @param word {@code yes}, {@code no}, or {@code failed} where it could not be told
   * @param reason why not, in one line; null for yes
   */
  record Answer(String word, @Nullable String reason) {
    static final Answer YES = new Answer("yes", null);

    static Answer no(String reason) {
      return new Answer("no", oneLine(reason));
    }

    static Answer failed(String reason) {
      return new Answer("failed", oneLine(reason));
    }

    private static String oneLine(String reason) {
      return reason.replaceAll("\\s+", " ");
    }
  }

  /** A driver whose testee did not start: the same answer for all kinds. */
  static DriverAbilities same(String driver, Answer answer) {
    return new DriverAbilities(
        driver,
        "unknown",
        Arrays.stream(SnapshotKind.values()).collect(Collectors.toMap(kind -> kind, k -> answer)));
  }

  /**
   * What drivers can do, as far as the project has probed them: a table that is packed into the
   * jar. Labels of snapshot kinds, separated by blanks, by coordinates.
   */
  static Map<String, String> known() throws IOException {
    try (InputStream table =
        requireNonNull(DriverAbilities.class.getResourceAsStream(KNOWN), KNOWN)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
  }

  /** Whether every kind has a clear answer. */
  boolean complete() {
    return answers.values().stream().noneMatch(answer -> answer.word().equals("failed"));
  }

  /** A table, one driver a line, then the reasons of what is not possible. */
  static List<String> table(List<DriverAbilities> drivers) {
    Columns<DriverAbilities> columns =
        new Columns<DriverAbilities>()
            .text(Parameter.DRIVER.label(), DriverAbilities::driver)
            .add(Column.text("SQLite").atLeast(WIDTH), DriverAbilities::sqliteVersion);
    for (SnapshotKind kind : SnapshotKind.values()) {
      columns.add(
          Column.text(kind.label()).atLeast(WIDTH),
          each -> requireNonNull(each.answers.get(kind)).word());
    }
    List<String> lines = new ArrayList<>(ConsoleTable.lines(columns.of(drivers)));
    lines.add("");
    drivers.forEach(each -> lines.addAll(each.reasons()));
    return lines;
  }

  /** The same reason is given once. */
  private List<String> reasons() {
    return answers.values().stream()
        .map(Answer::reason)
        .filter(reason -> reason != null)
        .distinct()
        .sorted()
        .map(reason -> driver + ": " + reason)
        .toList();
  }
}
