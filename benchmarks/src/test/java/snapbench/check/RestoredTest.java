package snapbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.driver.Driver;
import snapbench.driver.Drivers;

/** A dump that restores something else than the original is found out. */
class RestoredTest {
  private static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, r REAL, b BLOB, g AS (id + 1));\n",
          "INSERT INTO t(id, a, r, b) VALUES(1, 'one', 0.1, x'00ff'), (2, '2', 1e300, NULL);\n",
          "CREATE TABLE \"odd \"\"name\"(v);\n",
          "INSERT INTO \"odd \"\"name\" VALUES(7);\n",
          "CREATE INDEX i ON t(a);\n",
          "CREATE VIEW w AS SELECT 1;\n",
          "CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END;\n");

  @TempDir Path folder;

  private Driver bundled;
  private Path original;

  @BeforeEach
  void makeOriginal() throws Exception {
    String jar = "sqlite-jdbc-" + Drivers.bundledVersion() + ".jar";
    bundled =
        new Driver(
            "bundled",
            List.of(Path.of("target", "classes", "packed", jar)),
            "",
            Driver.Checksum.NOT_VERIFIED,
            "org.sqlite.JDBC");
    original = folder.resolve("it's the original.db");
    System.setProperty("org.sqlite.tmpdir", folder.toString());
    try (URLClassLoader loader =
            new URLClassLoader(
                new URL[] {bundled.jars().get(0).toUri().toURL()},
                ClassLoader.getPlatformClassLoader());
        Connection connection =
            ((java.sql.Driver)
                    loader.loadClass(bundled.className()).getDeclaredConstructor().newInstance())
                .connect("jdbc:sqlite:" + original, new Properties());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(String.join("", STATEMENTS));
    }
  }

  private List<String> differences(String dump) throws Exception {
    Path file = Files.writeString(folder.resolve("dump.sql"), dump);
    try (RestoringDriver driver = RestoringDriver.open(bundled, folder)) {
      Restored restored = driver.restored(file, original);
      assertThat(restored.rows()).isEqualTo(driver.original(original).rows());
      return restored.differences();
    }
  }

  private static String dump() {
    return String.join("", STATEMENTS);
  }

  @Test
  void theSameIsTheSame() throws Exception {
    assertThat(differences(dump())).isEmpty();
  }

  @Test
  void aValueThatIsAnotherIsFound() throws Exception {
    assertThat(differences(dump().replace("0.1", "0.2")))
        .containsExactly("table t has other values in 1 rows");
    assertThat(differences(dump().replace("'2'", "'3'"))).hasSize(1);
    assertThat(differences(dump().replace("x'00ff'", "'00ff'"))).hasSize(1);
    assertThat(differences(dump().replace("VALUES(7)", "VALUES('7')")))
        .containsExactly("table odd \"name has other values in 1 rows");
  }

  @Test
  void whatIsNoRowIsMissedToo() throws Exception {
    assertThat(differences(dump().replace("CREATE INDEX i ON t(a);\n", "")))
        .containsExactly("is missing: index i: CREATE INDEX i ON t(a)");
    assertThat(differences(dump() + "CREATE VIEW more AS SELECT 2;"))
        .containsExactly("is not in the original: view more: CREATE VIEW more AS SELECT 2");
  }
}
