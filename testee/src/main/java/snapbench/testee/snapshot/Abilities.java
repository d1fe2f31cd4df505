package snapbench.testee.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import snapbench.testee.api.SnapshotKind;
import snapbench.testee.database.SqliteDriver;

/**
 * What the driver can do, found out by taking a snapshot of a database of three rows. Each kind is
 * tried once, when it is first asked for.
 */
public final class Abilities {
  private static final Map<String, Long> TINY_ROWS = Map.of("tiny", 3L);

  private final SqliteDriver driver;
  private final Path folder;
  private final Map<SnapshotKind, Optional<String>> refusals = new EnumMap<>(SnapshotKind.class);

  /**
   * For a driver.
   *
   * @param folder takes the files of those kinds that need one
   */
  public Abilities(SqliteDriver driver, Path folder) {
    this.driver = driver;
    this.folder = folder;
  }

  /**
   * Returns if the driver can take such a snapshot.
   *
   * @throws UnsupportedSnapshotException if not, with the reason
   */
  public synchronized void demand(SnapshotKind kind) {
    refusal(kind)
        .ifPresent(
            reason -> {
              throw new UnsupportedSnapshotException(
                  "snapshot=" + kind.label() + ": " + reason + equivalent(kind));
            });
  }

  private Optional<String> refusal(SnapshotKind kind) {
    Optional<String> known = refusals.get(kind);
    if (known == null) {
      known = attempt(kind);
      refusals.put(kind, known);
    }
    return known;
  }

  private String equivalent(SnapshotKind kind) {
    boolean vacuumServes = kind == SnapshotKind.MEMORY && refusal(SnapshotKind.VACUUM).isEmpty();
    return vacuumServes
        ? "; VACUUM INTO a shared-cache memory database works with it: snapshot=vacuum"
        : "";
  }

  private Optional<String> attempt(SnapshotKind kind) {
    String name = "ability-" + UUID.randomUUID();
    String url = SqliteDriver.URL_PREFIX + MemorySnapshot.uri(name + "-source");
    try (Connection source = driver.connect(url)) {
      try (Statement statement = source.createStatement()) {
        statement.executeUpdate("CREATE TABLE tiny(id INTEGER PRIMARY KEY, text TEXT)");
        statement.executeUpdate("INSERT INTO tiny VALUES(1,'a'),(2,'b'),(3,'c')");
      }
      try (Snapshot snapshot = SnapshotMethod.of(kind, driver, folder).take(source, name)) {
        new SnapshotCheck(TINY_ROWS).countRows(snapshot.connection());
      }
      return Optional.empty();
    } catch (SQLException | IOException | UnsupportedSnapshotException e) {
      return Optional.of(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }
}
