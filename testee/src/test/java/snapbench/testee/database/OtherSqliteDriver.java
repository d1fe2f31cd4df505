package snapbench.testee.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** A second driver for SQLite's URLs: the bundled one under another name. */
public final class OtherSqliteDriver implements Driver {
  private final Driver bundled;

  public OtherSqliteDriver() throws ReflectiveOperationException {
    bundled =
        Class.forName("org.sqlite.JDBC")
            .asSubclass(Driver.class)
            .getDeclaredConstructor()
            .newInstance();
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    return bundled.connect(url, info);
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return bundled.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    return bundled.getPropertyInfo(url, info);
  }

  @Override
  public int getMajorVersion() {
    return bundled.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return bundled.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return bundled.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
