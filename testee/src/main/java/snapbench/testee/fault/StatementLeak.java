package snapbench.testee.fault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import snapbench.testee.api.CycleReport;

/**
 * Never closes a prepared statement and its result set on the worker's connection to the live
 * database. Not on the snapshot's: sqlite-jdbc finalizes the statements of a connection that it
 * closes, so that nothing would leak there. The statement reads the schema, whose lock in the
 * shared cache is in nobody's way: the live database's tables stay as they are.
 */
record StatementLeak(int every, List<Object> kept) implements Fault {
  private static final String QUERY = "SELECT name, sql FROM sqlite_master";

  @Override
  public void plant(CycleReport done, Connection live) throws SQLException {
    if (done.cycle() % every == 0) {
      PreparedStatement statement = live.prepareStatement(QUERY);
      ResultSet rows = statement.executeQuery();
      rows.next();
      kept.add(statement);
      kept.add(rows);
    }
  }
}
