package snapbench.testee.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import snapbench.testee.api.SnapshotKind;
import snapbench.testee.database.sql.SqliteDriver;

/** Backup API into a temporary file: the original report's workaround. */
record FileSnapshot(SqliteDriver driver, Path folder) implements SnapshotMethod {
  @Override
  public SnapshotKind kind() {
    return SnapshotKind.FILE;
  }

  @Override
  public Snapshot take(Connection source, String name) throws SQLException, IOException {
    Path file = folder.resolve(name + ".db");
    List<Path> files = List.of(file, file.resolveSibling(file.getFileName() + "-journal"));
    try {
      Backup.copy(source, file.toString());
      return new Snapshot(driver.connect(SqliteDriver.URL_PREFIX + file), files);
    } catch (Throwable e) {
      Cleanup.delete(files, e);
      throw e;
    }
  }
}
