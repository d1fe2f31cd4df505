package snapbench.testee.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import snapbench.testee.database.Drivers;
import snapbench.testee.database.OtherSqliteDriver;

class SqliteDriverTest {
  private static final String OTHER = OtherSqliteDriver.class.getName();

  @TempDir Path folder;

  static List<SqliteDriver> drivers() {
    return Drivers.all();
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void connectsAndSaysWhoItIs(SqliteDriver driver) throws SQLException {
    assertThat(driver.className()).isEqualTo("org.sqlite.JDBC");
    assertThat(driver.version()).matches("3\\.[0-9.]+");
    try (Connection connection = driver.connect("jdbc:sqlite::memory:")) {
      assertThat(Sql.texts(connection, "SELECT sqlite_version()").get(0)).startsWith("3.");
    }
  }

  @Test
  void aMissingDriverIsSaidInOneLine() {
    assertThatThrownBy(() -> SqliteDriver.find(ClassLoader.getPlatformClassLoader(), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no JDBC driver on the class path accepts jdbc:sqlite:"
                + " (there is no class org.sqlite.JDBC either)");
  }

  @Test
  void aDriverThatDoesNotStartIsSaidInOneLine() throws IOException {
    ClassLoader noDriver = ClassLoader.getPlatformClassLoader();
    // the class of OtherSqliteDriver without the driver that it needs
    assertThatThrownBy(() -> SqliteDriver.find(loader(noDriver, testClasses()), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(OTHER + " does not start: ")
        .hasMessageContaining("org.sqlite.JDBC")
        .message()
        .hasLineCount(1);
  }

  @Test
  void ofSeveralOneIsChosenByName() throws SQLException, IOException {
    ClassLoader both = loader(getClass().getClassLoader(), folder.toUri().toURL());
    assertThat(SqliteDriver.find(both, OTHER).className()).isEqualTo(OTHER);
    assertThat(SqliteDriver.find(both, "org.sqlite.JDBC").className()).isEqualTo("org.sqlite.JDBC");
    assertThatThrownBy(() -> SqliteDriver.find(both, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("several JDBC drivers accept jdbc:sqlite:; choose one of ")
        .hasMessageContainingAll("org.sqlite.JDBC", OTHER);
    assertThatThrownBy(() -> SqliteDriver.find(both, "org.example.Driver"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("driver class org.example.Driver is not on the class path");
  }

  @Test
  void aUrlOfAnotherDatabaseIsRefused() {
    assertThatThrownBy(() -> Drivers.bundled().connect("jdbc:other:x"))
        .isInstanceOf(SQLException.class)
        .hasMessage("org.sqlite.JDBC does not accept jdbc:other:x");
  }

  private URL testClasses() {
    return getClass().getProtectionDomain().getCodeSource().getLocation();
  }

  private ClassLoader loader(ClassLoader parent, URL classes) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("java.sql.Driver"), OTHER);
    return new URLClassLoader(new URL[] {classes, folder.toUri().toURL()}, parent);
  }
}
