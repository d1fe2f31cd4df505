package snapbench.testee.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

/** Backup API into a temporary file: the original report's workaround. */
record FileSnapshot(SqliteDriver driver, Path folder) implements SnapshotMethod {
  @Override
  public Snapshot take(Connection source, String name) throws SQLException, IOException {
    Path file = folder.resolve(name + ".db");
    List<Path> files = List.of(file, file.resolveSibling(file.getFileName() + "-journal"));
    try {
      Sql.update(source, BACKUP + " " + SqliteDriver.quoted(file));
      if (!Files.exists(file)) {
        throw new UnsupportedSnapshotException("the driver did not write the file " + file);
      }
      return new Snapshot(driver.connect(SqliteDriver.url(file)), files);
    } catch (Throwable e) {
      Closeable leftovers = () -> Snapshot.delete(files);
      try (leftovers) {
        throw e;
      }
    }
  }
}
