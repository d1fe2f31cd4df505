package snapbench.testee.snapshot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import snapbench.testee.sql.SqliteDriver;

/**
 * {@code sqlite3_serialize} into a byte array, then {@code sqlite3_deserialize} into a second
 * database. JDBC has no word for it: the driver's connection is asked for its methods {@code
 * serialize(String)} and {@code deserialize(String, byte[])} by reflection, here alone.
 */
record SerializeSnapshot(SqliteDriver driver) implements SnapshotMethod {
  @Override
  public Snapshot take(Connection source, String name) throws SQLException {
    Method serialize = method(source, "serialize", String.class);
    Method deserialize = method(source, "deserialize", String.class, byte[].class);
    byte[] bytes = (byte[]) invoke(serialize, source, "main");
    Connection copy = driver.connect(SqliteDriver.URL_PREFIX + ":memory:");
    try {
      invoke(deserialize, copy, "main", bytes);
      return new Snapshot(copy, List.of());
    } catch (Throwable e) {
      try (copy) {
        throw e;
      }
    }
  }

  private static Method method(Connection connection, String name, Class<?>... parameters) {
    try {
      return connection.getClass().getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new UnsupportedSnapshotException(
          "the driver's connection has no method " + name + "; its API begins with 3.43");
    }
  }

  private static Object invoke(Method method, Object target, Object... arguments)
      throws SQLException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new SQLException(method.getName() + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new SQLException(method.getName() + " is not accessible", e);
    }
  }
}
