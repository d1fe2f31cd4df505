package snapbench.self.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;

/**
 * A double of the bundled driver that makes a cycle with a memory snapshot longer by a known share,
 * on every machine. It waits within {@link Connection#close}, for a share of the time since the
 * connection was opened: a snapshot has a connection of its own, from the beginning of the copy to
 * the end of the dump. A wait within statements would be hidden in part, since a dump reads on one
 * thread and writes on another. Nothing else is slower: all other calls of such a connection, a few
 * hundred in a cycle, take the way through a {@link Proxy}, and statements are the driver's own.
 */
public final class SlowDriver implements Driver {
  private static final String SERVICES = "META-INF/services/java.sql.Driver";
  private static final String SHARE = "slow-driver-share.txt";
  private static final String SNAPSHOT = "jdbc:sqlite:file:snapshot-";

  private final Driver real;
  private final double share;

  /** Takes the place of the driver beside it, in the same jar. */
  public SlowDriver() throws ReflectiveOperationException, IOException {
    ClassLoader loader = SlowDriver.class.getClassLoader();
    real =
        Class.forName("org.sqlite.JDBC", true, loader)
            .asSubclass(Driver.class)
            .getDeclaredConstructor()
            .newInstance();
    try (InputStream input = loader.getResourceAsStream(SHARE)) {
      byte[] bytes = Objects.requireNonNull(input, SHARE).readAllBytes();
      share = Double.parseDouble(new String(bytes, StandardCharsets.US_ASCII));
    }
  }

  /**
   * Makes a jar with this driver in front of the one that it slows.
   *
   * @param driver the driver's jar, which stays as it is
   * @param slow the new jar
   * @param share of the time of a cycle that is waited in addition
   */
  public static void makeJar(Path driver, Path slow, double share) throws IOException {
    Files.copy(driver, slow);
    String classFile = SlowDriver.class.getName().replace('.', '/') + ".class";
    try (FileSystem jar = FileSystems.newFileSystem(slow);
        InputStream code = SlowDriver.class.getClassLoader().getResourceAsStream(classFile)) {
      Path target = jar.getPath(classFile);
      Files.createDirectories(target.getParent());
      Files.copy(Objects.requireNonNull(code, classFile), target);
      Files.writeString(jar.getPath(SHARE), Double.toString(share));
      Path services = jar.getPath(SERVICES);
      Files.writeString(
          services, SlowDriver.class.getName() + "\n" + Files.readString(services).strip() + "\n");
    }
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    Connection connection = real.connect(url, info);
    return url.startsWith(SNAPSHOT) ? slow(connection, System.nanoTime()) : connection;
  }

  private Connection slow(Connection connection, long openedNanos) {
    return (Connection)
        Proxy.newProxyInstance(
            SlowDriver.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                waitFor(Math.round(share * (System.nanoTime() - openedNanos)));
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void waitFor(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return real.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    return real.getPropertyInfo(url, info);
  }

  @Override
  public int getMajorVersion() {
    return real.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return real.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return real.getParentLogger();
  }
}
