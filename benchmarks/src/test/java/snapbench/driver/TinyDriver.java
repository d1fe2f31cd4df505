package snapbench.driver;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * Claims SQLite's URLs; what the jars of {@link LoopbackRepository} hold. Beside the real driver it
 * gives every connection a database of its own.
 */
public final class TinyDriver implements Driver {
  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    try {
      return Class.forName("org.sqlite.JDBC", true, TinyDriver.class.getClassLoader())
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance()
          .connect("jdbc:sqlite::memory:", info);
    } catch (ReflectiveOperationException e) {
      throw new SQLException(e);
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith("jdbc:sqlite:");
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("it does not log");
  }
}
