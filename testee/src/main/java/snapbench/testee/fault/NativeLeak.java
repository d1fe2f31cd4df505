package snapbench.testee.fault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import snapbench.testee.api.CycleReport;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

/**
 * Has SQLite allocate memory that it never frees: rows of a database in memory that is kept open.
 * Their pages are allocated one by one, as those of a snapshot are, and on the worker's thread, so
 * that they come out of the arena that a leak of the driver's would come out of. SQLite fills each
 * page with zeros, so that it is resident.
 */
record NativeLeak(PreparedStatement insert, long contentPerCycle) implements Fault {
  private static final int PAGE_BYTES = 4096;

  /** Content of an overflow page: all but the next one's number (sqlite.org/fileformat2.html). */
  private static final int CONTENT_BYTES = PAGE_BYTES - 4;

  /**
   * What a page takes from the C library: with the content, the page cache's own headers (PgHdr1,
   * PgHdr and MemPage in SQLite's sources) and glibc's. With it the resident set grows by 1.004 to
   * 1.008 of the size asked for (SQLite 3.54.1, glibc 2.36, 64 bits, 256 KiB to 1 MiB a cycle).
   */
  private static final int ALLOCATED_BYTES = 4384;

  /** More than the 20 that SQLite's page cache allocates at once (SQLITE_DEFAULT_PCACHE_INITSZ). */
  private static final int PAGES_IN_ADVANCE = 64;

  private static final long GREATEST_ROW_BYTES = 1 << 24;

  static NativeLeak open(SqliteDriver driver, long bytesPerCycle) throws SQLException {
    Connection connection = driver.connect(SqliteDriver.URL_PREFIX + ":memory:");
    try {
      Sql.run(
          connection,
          "PRAGMA page_size = " + PAGE_BYTES,
          "CREATE TABLE leaked(content BLOB)",
          "INSERT INTO leaked VALUES(zeroblob(" + PAGES_IN_ADVANCE * PAGE_BYTES + "))");
      return new NativeLeak(
          connection.prepareStatement("INSERT INTO leaked VALUES(zeroblob(?))"),
          Math.max(1, bytesPerCycle * CONTENT_BYTES / ALLOCATED_BYTES));
    } catch (SQLException e) {
      try (connection) {
        throw e;
      }
    }
  }

  @Override
  public synchronized void plant(CycleReport done, Connection live) throws SQLException {
    for (long left = contentPerCycle; left > 0; left -= GREATEST_ROW_BYTES) {
      insert.setLong(1, Math.min(left, GREATEST_ROW_BYTES));
      insert.executeUpdate();
    }
  }
}
