package snapbench.testee.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import snapbench.testee.sql.SqliteDriver;

/** The drivers that tests run with: the bundled one, and the older ones that the build fetches. */
public final class Drivers {
  private static final Path OLDER = Path.of(System.getProperty("basedir", "."), "target/drivers");

  // a JVM keeps native libraries as long as their class loaders, and need not load them twice
  private static final List<SqliteDriver> ALL = load();

  private Drivers() {}

  public static SqliteDriver bundled() {
    return ALL.get(0);
  }

  /** All of them, the bundled one first; all others are older than 3.37. */
  public static List<SqliteDriver> all() {
    return ALL;
  }

  private static List<SqliteDriver> load() {
    List<SqliteDriver> drivers = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(OLDER, "*.jar")) {
      drivers.add(SqliteDriver.find(Drivers.class.getClassLoader(), null));
      List<Path> inOrder = new ArrayList<>();
      jars.forEach(inOrder::add);
      Collections.sort(inOrder);
      for (Path jar : inOrder) {
        drivers.add(SqliteDriver.find(loaderOf(jar), null));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return List.copyOf(drivers);
  }

  private static ClassLoader loaderOf(Path jar) throws IOException {
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }
}
