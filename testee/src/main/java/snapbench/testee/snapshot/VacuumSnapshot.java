package snapbench.testee.snapshot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import snapbench.testee.api.SnapshotKind;
import snapbench.testee.database.sql.SqliteDriver;

/** {@code VACUUM INTO} (SQLite 3.27) a second in-memory database, shared by its URI. */
record VacuumSnapshot(SqliteDriver driver) implements SnapshotMethod {
  @Override
  public SnapshotKind kind() {
    return SnapshotKind.VACUUM;
  }

  @Override
  public Snapshot take(Connection source, String name) throws SQLException, IOException {
    String uri = MemorySnapshot.uri(name);
    Connection holder = driver.connect(SqliteDriver.URL_PREFIX + uri);
    try (Statement statement = source.createStatement()) {
      statement.executeUpdate("VACUUM INTO '" + uri + "'");
      StrayFiles.refuse(uri, name);
      return new Snapshot(holder, List.of());
    } catch (Throwable e) {
      Cleanup.close(holder, e);
      StrayFiles.delete(e, uri, name);
      throw e;
    }
  }
}
