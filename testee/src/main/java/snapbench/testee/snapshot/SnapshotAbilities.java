package snapbench.testee.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import snapbench.testee.api.SnapshotKind;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

/**
 * What the driver can do, found out by taking a snapshot of a database of three rows. Each kind is
 * tried once, when it is first asked for.
 */
public final class SnapshotAbilities {
  private static final Map<String, Long> TINY_ROWS = Map.of("tiny", 3L);

  // SQLite's primary result codes (sqlite.org/rescode.html)
  private static final int PRIMARY_CODE = 0xff;
  private static final int PERMISSION = 3;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int NO_MEMORY = 7;
  private static final int READ_ONLY = 8;
  private static final int INPUT_OUTPUT = 10;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;

  private final SqliteDriver driver;
  private final Path folder;
  private final Map<SnapshotKind, Optional<String>> refusals = new EnumMap<>(SnapshotKind.class);

  /**
   * For a driver.
   *
   * @param folder takes the files of those kinds that need one
   */
  public SnapshotAbilities(SqliteDriver driver, Path folder) {
    this.driver = driver;
    this.folder = folder;
  }

  /**
   * Returns if the driver can take such a snapshot.
   *
   * @throws UnsupportedSnapshotException if not, with the reason
   * @throws SQLException if that cannot be said, for instance because the disk is full
   * @throws IOException likewise
   */
  public synchronized void demand(SnapshotKind kind) throws SQLException, IOException {
    Optional<String> reason = refusal(kind);
    if (reason.isPresent()) {
      throw new UnsupportedSnapshotException(
          "snapshot=" + kind.label() + ": " + reason.get() + equivalent(kind));
    }
  }

  private Optional<String> refusal(SnapshotKind kind) throws SQLException, IOException {
    Optional<String> known = refusals.get(kind);
    if (known == null) {
      known = attempt(kind);
      refusals.put(kind, known);
    }
    return known;
  }

  private String equivalent(SnapshotKind kind) throws SQLException, IOException {
    boolean vacuumServes = kind == SnapshotKind.MEMORY && refusal(SnapshotKind.VACUUM).isEmpty();
    return vacuumServes
        ? "; VACUUM INTO a shared-cache memory database works with it: snapshot=vacuum"
        : "";
  }

  private Optional<String> attempt(SnapshotKind kind) throws SQLException, IOException {
    String name = "ability-" + UUID.randomUUID();
    // as the live database
    String source =
        driver.sharesMemory() ? SqliteDriver.sharedMemoryUri(name + "-source") : ":memory:";
    try (Connection connection = driver.connect(SqliteDriver.URL_PREFIX + source)) {
      Sql.update(connection, "CREATE TABLE tiny(id INTEGER PRIMARY KEY, text TEXT)");
      Sql.update(connection, "INSERT INTO tiny VALUES(1,'a'),(2,'b'),(3,'c')");
      try (Snapshot snapshot = SnapshotMethod.of(kind, driver, folder).take(connection, name)) {
        new SnapshotCheck(TINY_ROWS).countRows(snapshot.connection());
      }
      return Optional.empty();
    } catch (UnsupportedSnapshotException e) {
      return Optional.of(oneLine(e));
    } catch (SQLException e) {
      if (isOfTheSystem(kind, e)) {
        throw e;
      }
      return Optional.of(oneLine(e));
    }
  }

  /** Whether an error is the disk's or the memory's, and says nothing of the driver's abilities. */
  private static boolean isOfTheSystem(SnapshotKind kind, SQLException e) {
    return switch (e.getErrorCode() & PRIMARY_CODE) {
      case PERMISSION, BUSY, LOCKED, NO_MEMORY, READ_ONLY, INPUT_OUTPUT, FULL -> true;
      // elsewhere a URI that the driver does not know is a file that it cannot open
      case CANNOT_OPEN -> kind == SnapshotKind.FILE;
      default -> false;
    };
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }
}
