package snapbench.testee.database.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import snapbench.testee.database.ContentHash;
import snapbench.testee.database.Drivers;
import snapbench.testee.database.LiveDatabase;
import snapbench.testee.database.generate.GeneratedData;
import snapbench.testee.database.generate.Schema;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

class LiveProbeTest {
  /** At this scale the table with most rows, which is probed, is currency_rate. */
  private static final GeneratedData SMALL = new GeneratedData(Schema.SEED, 0.001, 1);

  private static final double HELD_MILLIS = 60;
  private static final Duration HELD = Duration.ofMillis((long) HELD_MILLIS);

  @TempDir Path folder;
  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

  static List<SqliteDriver> drivers() {
    return Drivers.all();
  }

  /** One cycle of several must do, since a reader that the system does not run is late as well. */
  @ParameterizedTest
  @MethodSource("drivers")
  void aReadLockHeldByAnotherBlocksWritesAlone(SqliteDriver driver) throws Exception {
    try (LiveDatabase live = LiveDatabase.generate(driver, SMALL, line -> {});
        Connection holder = live.connect();
        LiveProbe probe = LiveProbe.start(live, true, true, warnings::add)) {
      holder.setAutoCommit(false);
      try (Statement statement = holder.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM currency_rate")) {
        assertThat(rows.next()).isTrue();
        double leastReadMillis = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 20 && leastReadMillis >= HELD_MILLIS / 2; i++) {
          LiveProbe.Cycle cycle = probe.begin();
          awaitProbes(probe);
          spend(HELD);
          LiveProbe.Blocked blocked = cycle.end();
          assertThat(blocked.writeMillis()).isGreaterThanOrEqualTo(HELD_MILLIS);
          leastReadMillis = Math.min(leastReadMillis, blocked.readMillis());
        }
        assertThat(leastReadMillis).isBetween(0.0, HELD_MILLIS / 2);
      }
    }
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void aWriteLockHeldForATimeBlocksBothForAtLeastThatTime(SqliteDriver driver) throws Exception {
    try (LiveDatabase live = LiveDatabase.generate(driver, SMALL, line -> {});
        Connection holder = live.connect();
        LiveProbe probe = LiveProbe.start(live, true, true, warnings::add)) {
      holder.setAutoCommit(false);
      Sql.run(holder, "UPDATE currency_rate SET rate = rate");
      LiveProbe.Cycle whole = probe.begin();
      awaitProbes(probe);
      spend(HELD);
      LiveProbe.Cycle last = probe.begin();
      holder.commit();
      spend(HELD);
      LiveProbe.Blocked lastBlocked = last.end();
      LiveProbe.Blocked blocked = whole.end();

      assertThat(blocked.readMillis()).isGreaterThanOrEqualTo(HELD_MILLIS);
      assertThat(blocked.writeMillis()).isGreaterThanOrEqualTo(HELD_MILLIS);
      assertThat(lastBlocked.readMillis()).isLessThanOrEqualTo(blocked.readMillis());
      assertThat(lastBlocked.writeMillis()).isLessThanOrEqualTo(blocked.writeMillis());
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void whatIsOffIsNaN() throws Exception {
    try (LiveDatabase live = LiveDatabase.generate(Drivers.bundled(), SMALL, line -> {});
        LiveProbe off = LiveProbe.start(live, false, false, warnings::add);
        LiveProbe reader = LiveProbe.start(live, true, false, warnings::add)) {
      LiveProbe.Cycle cycle = reader.begin();
      await(reader, seen -> !Double.isNaN(seen.readMillis()));
      assertThat(off.begin().end()).isEqualTo(new LiveProbe.Blocked(Double.NaN, Double.NaN));
      LiveProbe.Blocked blocked = cycle.end();
      assertThat(blocked.readMillis()).isNotNaN();
      assertThat(blocked.writeMillis()).isNaN();
    }
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theContentStaysAsItIs(Schema schema) throws Exception {
    GeneratedData data = new GeneratedData(schema, 0.001, 1);
    try (LiveDatabase live = LiveDatabase.generate(Drivers.bundled(), data, line -> {});
        Connection connection = live.connect()) {
      String before = ContentHash.of(connection);
      try (LiveProbe probe = LiveProbe.start(live, true, true, warnings::add)) {
        LiveProbe.Cycle cycle = probe.begin();
        awaitProbes(probe);
        assertThat(cycle.end().writeMillis()).isNotNaN();
      }
      assertThat(ContentHash.of(connection)).isEqualTo(before);
    }
  }

  @Test
  void tablesWithTriggersAndColumnsOfKeysAreLeftAlone() throws Exception {
    try (LiveDatabase live =
            load(
                "CREATE TABLE größte (a, b)",
                "CREATE TRIGGER g AFTER UPDATE ON größte BEGIN SELECT raise(ABORT, 'touched'); END",
                "INSERT INTO größte VALUES (1, 1), (2, 2), (3, 3), (4, 4)",
                "CREATE TABLE ÄLTESTE (a, b)",
                "CREATE TRIGGER a AFTER UPDATE ON ÄLTESTE BEGIN SELECT raise(ABORT, 'old'); END",
                "INSERT INTO ÄLTESTE VALUES (1, 1), (2, 2), (3, 3), (4, 4)",
                "CREATE TABLE large (a, b)",
                "CREATE TRIGGER t AFTER UPDATE ON Large BEGIN SELECT raise(ABORT, 'touched'); END",
                "CREATE TABLE medium (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID",
                "CREATE TABLE small (rowid, b AS (rowid || 'x'), _rowid_)",
                "INSERT INTO large VALUES (1, 1), (2, 2), (3, 3)",
                "INSERT INTO medium VALUES (1, 1), (2, 2)",
                "INSERT INTO small VALUES ('x', 'y')");
        LiveProbe probe = LiveProbe.start(live, true, true, warnings::add)) {
      LiveProbe.Cycle cycle = probe.begin();
      awaitProbes(probe);
      assertThat(cycle.end().writeMillis()).isNotNaN();
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void whatCannotBeProbedIsNaNAndSaidInOneLine() throws Exception {
    try (LiveDatabase live = load("CREATE TABLE pair (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID");
        LiveProbe probe = LiveProbe.start(live, true, true, warnings::add)) {
      assertThat(probe.begin().end()).isEqualTo(new LiveProbe.Blocked(Double.NaN, Double.NaN));
    }
    assertThat(warnings)
        .containsExactly(
            "live.read.blocked is unknown: no table has a row",
            "live.write.blocked is unknown: no table has a row, a column outside its key, and no"
                + " triggers");
  }

  @Test
  void aProbeThatFailsOtherwiseIsNaNAndSaidInOneLine() throws Exception {
    CountDownLatch warned = new CountDownLatch(1);
    try (LiveDatabase live = LiveDatabase.generate(Drivers.bundled(), SMALL, line -> {});
        Connection connection = live.connect();
        LiveProbe probe =
            LiveProbe.start(
                live,
                true,
                false,
                line -> {
                  warnings.add(line);
                  warned.countDown();
                })) {
      Sql.run(connection, "DROP TABLE currency_rate");
      LiveProbe.Cycle cycle = probe.begin();
      assertThat(warned.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(cycle.end().readMillis()).isNaN();
    }
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .startsWith("live.read.blocked is unknown: ")
        .contains("no such table");
  }

  @Test
  void closingEndsTheThreads() throws Exception {
    try (LiveDatabase live = LiveDatabase.generate(Drivers.bundled(), SMALL, line -> {})) {
      LiveProbe probe = LiveProbe.start(live, true, true, warnings::add);
      probe.begin();
      assertThat(probeThreads()).isEqualTo(2);
      probe.close();
      assertThat(probeThreads()).isZero();
    }
  }

  private static long probeThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.getName().startsWith("live."))
        .count();
  }

  /** Returns once both threads have begun to probe, or have done so, within an ongoing cycle. */
  private static void awaitProbes(LiveProbe probe) throws InterruptedException {
    await(probe, seen -> !Double.isNaN(seen.readMillis()) && !Double.isNaN(seen.writeMillis()));
  }

  private static void await(LiveProbe probe, Predicate<LiveProbe.Blocked> seen)
      throws InterruptedException {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    LiveProbe.Blocked blocked;
    do {
      assertThat(System.nanoTime() - deadlineNanos).isNegative();
      LiveProbe.Cycle cycle = probe.begin();
      spend(Duration.ofMillis(5));
      blocked = cycle.end();
    } while (!seen.test(blocked));
  }

  /** Lets time pass, which is what is measured here; nothing is waited for. */
  private static void spend(Duration time) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
  }

  private LiveDatabase load(String... statements) throws Exception {
    Path file = folder.resolve("some.db");
    try (Connection connection = Drivers.bundled().connect("jdbc:sqlite:" + file)) {
      Sql.run(connection, statements);
    }
    return LiveDatabase.load(Drivers.bundled(), file, line -> {});
  }
}
