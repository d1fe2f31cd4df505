package snapbench.testee.cycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import snapbench.testee.database.LiveDatabase;

/**
 * Worker threads that are alive all the time and take turns: cycle i, from 0, runs on worker i mod
 * threads. Threads must live at the same time to get glibc arenas of their own; that is what the
 * original report's service had. Each worker has its own connection on the live database, unless
 * the driver can have one only: then that is everybody's, and turns do not overlap. They end with
 * the process.
 */
public final class Workers {
  /** One worker: a thread and its connection on the live database. */
  private record Worker(int index, ExecutorService thread, Connection live) {}

  /** What a worker does in its turn. */
  @FunctionalInterface
  public interface Turn<T> {
    /**
     * Runs on the worker's thread.
     *
     * @param cycle cycles so far, this one included
     * @param worker the worker's index, from 0
     * @param live the worker's connection on the live database
     */
    T run(long cycle, int worker, Connection live) throws Exception;
  }

  private final List<Worker> workers = new ArrayList<>();
  private final AtomicLong turns = new AtomicLong();
  private final boolean ownConnections;

  /**
   * Starts the threads and opens their connections.
   *
   * @param threads how many, at least 1
   */
  public Workers(int threads, LiveDatabase database) throws SQLException {
    ownConnections = database.driver().sharesMemory();
    for (int i = 0; i < threads; i++) {
      workers.add(start(i, database));
    }
  }

  private static Worker start(int index, LiveDatabase database) throws SQLException {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread worker = new Thread(task, "worker-" + index);
              worker.setDaemon(true);
              return worker;
            });
    try {
      return new Worker(index, thread, await(thread, database::connect));
    } catch (Exception e) {
      thread.shutdownNow();
      throw e instanceof SQLException failure ? failure : new SQLException(e);
    }
  }

  /**
   * Runs one turn on the worker whose turn it is and waits for it.
   *
   * @throws Exception what the turn throws
   */
  public <T> T next(Turn<T> turn) throws Exception {
    long before = turns.getAndIncrement();
    Worker worker = workers.get((int) (before % workers.size()));
    Callable<T> task = () -> turn.run(before + 1, worker.index, worker.live);
    return await(worker.thread, ownConnections ? task : () -> alone(task));
  }

  private synchronized <T> T alone(Callable<T> task) throws Exception {
    return task.call();
  }

  private static <T> T await(ExecutorService thread, Callable<T> task) throws Exception {
    try {
      return thread.submit(task).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
    }
  }
}
