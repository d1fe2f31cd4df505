package snapbench.testee.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import snapbench.testee.database.Drivers;
import snapbench.testee.database.LiveDatabase;
import snapbench.testee.database.generate.GeneratedData;
import snapbench.testee.database.generate.Schema;

/** Dumps of the database that is measured. */
class GeneratedDatabaseTest {
  private static final double SCALE = 0.01;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void restores(Schema schema) throws Exception {
    GeneratedData data = new GeneratedData(schema, SCALE, GeneratedData.DEFAULT_SEED);
    Path dump = folder.resolve("dump.sql");
    try (LiveDatabase live = LiveDatabase.generate(Drivers.bundled(), data, line -> {});
        Connection original = live.connect()) {
      DumpSummary summary = SqlDump.write(original, dump);
      assertThat(summary.rowsByTable()).containsExactlyInAnyOrderEntriesOf(live.contents().rows());
      try (Connection restored = Restored.byDriver(dump, folder.resolve("restored.db"))) {
        assertThat(DatabaseComparison.differences(original, restored)).isEmpty();
      }
      Restored.assertByShell(original, dump, folder.resolve("shell.db"));
    }
  }
}
