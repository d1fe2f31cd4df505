package snapbench.testee.database.probe;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import snapbench.testee.sql.Sql;

/** Executes one statement every {@value #PERIOD_MILLIS} ms while it is watched, and times it. */
final class ProbeThread implements AutoCloseable {
  /** From the beginning of one probe to that of the next, in milliseconds. */
  static final long PERIOD_MILLIS = 20;

  private static final long RETRY_NANOS = 1_000_000;

  // an attempt that fails costs tens of microseconds, and stops for a moment who holds the lock
  private static final int RETRIES_PER_TIME_WAITED = 100;

  // SQLite's primary result codes (sqlite.org/rescode.html)
  private static final int PRIMARY_CODE = 0xff;
  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_LOCKED = 6;

  private final String metric;
  private final Connection connection;
  private final PreparedStatement statement;
  private final Consumer<String> warnings;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<Watch> watches = new HashSet<>();
  private boolean closed;
  private boolean failed;
  private boolean probing;
  private long probeStartNanos;
  private long nextProbeNanos;

  /** One who wants to know the longest time since it began. */
  final class Watch {
    private final long beginNanos = System.nanoTime();
    private double longestNanos = Double.NaN;

    private void record(long probeStartNanos, long nowNanos) {
      long nanos = nowNanos - Math.max(probeStartNanos, beginNanos);
      longestNanos = longestNanos >= nanos ? longestNanos : nanos;
    }

    /** The longest probe that it saw, in nanoseconds; NaN if it saw none, or one failed. */
    double end() {
      lock.lock();
      try {
        watches.remove(this);
        if (probing) {
          record(probeStartNanos, System.nanoTime());
        }
        return failed ? Double.NaN : longestNanos;
      } finally {
        lock.unlock();
      }
    }
  }

  private ProbeThread(String metric, Connection connection, String sql, Consumer<String> warnings)
      throws SQLException {
    this.metric = metric;
    this.connection = connection;
    this.warnings = warnings;
    // what is locked is retried here, not in SQLite; and the row may break what it likes
    Sql.run(
        connection,
        "PRAGMA busy_timeout = 0",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA ignore_check_constraints = ON");
    this.statement = connection.prepareStatement(sql);
    this.thread = new Thread(this::run, metric);
    thread.setDaemon(true);
  }

  /** Starts a thread, which closes the connection when it ends. */
  static ProbeThread start(
      String metric, Connection connection, String sql, Consumer<String> warnings)
      throws SQLException {
    ProbeThread probe = new ProbeThread(metric, connection, sql, warnings);
    probe.thread.start();
    return probe;
  }

  /** Begins to watch; the thread probes at once. */
  Watch begin() {
    lock.lock();
    try {
      Watch watch = new Watch();
      watches.add(watch);
      nextProbeNanos = watch.beginNanos;
      changed.signal();
      return watch;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread and waits until it has closed its connection. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (connection;
        statement) {
      while (awaitTurn()) {
        boolean succeeded = execute();
        while (!succeeded && awaitRetry()) {
          succeeded = execute();
        }
        finish(succeeded);
      }
    } catch (SQLException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      fail("its thread was interrupted");
    } catch (RuntimeException | Error e) {
      fail(e.toString());
    }
  }

  /** Waits until somebody watches and a probe is due, and begins it; false once closed. */
  private boolean awaitTurn() throws InterruptedException {
    lock.lock();
    try {
      while (!closed && (watches.isEmpty() || nextProbeNanos - System.nanoTime() > 0)) {
        if (watches.isEmpty()) {
          changed.await();
        } else {
          changed.awaitNanos(nextProbeNanos - System.nanoTime());
        }
      }
      probeStartNanos = System.nanoTime();
      nextProbeNanos = probeStartNanos + TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
      probing = !closed;
      return probing;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits a millisecond or, if that is longer, a hundredth of the time that the probe has taken so
   * far; false once closed or nobody watches any more.
   */
  private boolean awaitRetry() throws InterruptedException {
    lock.lock();
    try {
      long now = System.nanoTime();
      long until = now + Math.max(RETRY_NANOS, (now - probeStartNanos) / RETRIES_PER_TIME_WAITED);
      while (!closed && !watches.isEmpty() && until - System.nanoTime() > 0) {
        changed.awaitNanos(until - System.nanoTime());
      }
      return !closed && !watches.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the statement succeeded; it did not if a lock kept it from it. */
  private boolean execute() throws SQLException {
    try {
      if (statement.execute()) {
        statement.getResultSet().close();
      }
      return true;
    } catch (SQLException e) {
      if (isLocked(e)) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Whether a statement failed because another connection holds a lock: SQLITE_BUSY, SQLITE_LOCKED
   * or one of their extended codes. Old drivers sometimes report no code, only SQLite's message.
   */
  private static boolean isLocked(SQLException failure) {
    int code = failure.getErrorCode() & PRIMARY_CODE;
    if (failure.getErrorCode() > 0) {
      return code == SQLITE_BUSY || code == SQLITE_LOCKED;
    }
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("locked") || message.contains("busy");
  }

  private void finish(boolean succeeded) {
    lock.lock();
    try {
      long now = System.nanoTime();
      if (succeeded) {
        watches.forEach(each -> each.record(probeStartNanos, now));
      }
      probing = false;
    } finally {
      lock.unlock();
    }
  }

  private void fail(String reason) {
    lock.lock();
    try {
      failed = true;
      probing = false;
    } finally {
      lock.unlock();
    }
    warnings.accept(metric + " is unknown: " + reason);
  }
}
