package snapbench.testee.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dumps of databases that others made. */
class ForeignDatabaseTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "proj-data, /usr/share/proj/proj.db",
    "qgis-providers-common, /usr/share/qgis/resources/srs-template.db",
    "qgis-providers-common, /usr/share/qgis/resources/qgis.db"
  })
  void restores(String debianPackage, Path installed) throws Exception {
    assumeTrue(Files.isReadable(installed), "needs the Debian package " + debianPackage);
    Path file = Files.copy(installed, folder.resolve("original.db"));
    Path dump = folder.resolve("dump.sql");
    try (Connection original = Restored.open(file)) {
      DumpSummary summary = SqlDump.write(original, dump);
      assertThat(summary.rows()).isPositive();
      try (Connection restored = Restored.byDriver(dump, folder.resolve("restored.db"))) {
        assertThat(DatabaseComparison.differences(original, restored)).isEmpty();
      }
      Restored.assertByShell(original, dump, folder.resolve("shell.db"));
    }
  }
}
