package snapbench.testee.dump.text;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The file of a dump, written by a thread of its own while the caller reads on. What is appended
 * and what is submitted reaches the file in that order. The thread ends with {@link #close}; what
 * went wrong on it is thrown by a later call here. For one calling thread.
 */
public final class OutputFile implements AutoCloseable {
  /** A piece of the dump that is formatted by the writing thread. */
  public interface Part {
    void appendTo(SqlText out);
  }

  /** Parts that wait to be written; more would only hold memory. */
  private static final int PENDING = 3;

  /** Bytes that are written at once. */
  private static final int BLOCK_BYTES = 256 << 10;

  /** Room for such a block and the row that completes it; more is made where a row needs it. */
  private static final int BUFFER_BYTES = BLOCK_BYTES + BLOCK_BYTES / 4;

  private final Path file;
  private final FileChannel channel;
  private final ExecutorService writer;
  private volatile @Nullable Thread thread;

  /** Writes on their way, each with the buffer that it frees. */
  private final Deque<Future<SqlText>> pending = new ArrayDeque<>();

  private final Deque<SqlText> free = new ArrayDeque<>();
  private SqlText current = new SqlText(BUFFER_BYTES);
  private long bytes;

  /** Opens a file, which is created or emptied. */
  public OutputFile(Path file) throws IOException {
    this.file = file;
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    writer = Executors.newSingleThreadExecutor(this::newThread);
  }

  private Thread newThread(Runnable task) {
    Thread created = new Thread(task, "dump-writer");
    thread = created;
    return created;
  }

  /** The text to append to. */
  public SqlText text() {
    return current;
  }

  /** Hands over what was appended if it is enough for a write. */
  public void writeFullBlock() throws IOException {
    if (current.length() >= BLOCK_BYTES) {
      writeText();
    }
  }

  /** Has a part formatted and written behind what was appended so far. */
  public void submit(Part part) throws IOException {
    if (current.length() > 0) {
      writeText();
    }
    SqlText buffer = freeBuffer();
    pending.add(
        writer.submit(
            () -> {
              part.appendTo(buffer);
              return write(buffer);
            }));
  }

  /**
   * Waits until all is written.
   *
   * @return bytes in the file
   */
  public long finish() throws IOException {
    writeText();
    while (!pending.isEmpty()) {
      awaitOldest();
    }
    return bytes;
  }

  /**
   * Ends the writing thread, and closes the file. An executor has terminated before its thread has
   * ended, which would then be in a reading of the process.
   */
  @Override
  public void close() throws IOException {
    writer.shutdownNow();
    boolean interrupted = Thread.interrupted();
    Thread writing = thread;
    try (channel) {
      while (writing != null && writing.isAlive()) {
        interrupted |= !hasJoined(writing);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits for its end; false if that was interrupted. */
  private static boolean hasJoined(Thread writing) {
    try {
      writing.join();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void writeText() throws IOException {
    SqlText full = current;
    current = freeBuffer();
    pending.add(writer.submit(() -> write(full)));
  }

  private SqlText freeBuffer() throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted while writing " + file);
    }
    if (pending.size() >= PENDING) {
      awaitOldest();
    }
    SqlText buffer = free.poll();
    return buffer == null ? new SqlText(BUFFER_BYTES) : buffer;
  }

  private void awaitOldest() throws IOException {
    try {
      free.add(pending.remove().get());
    } catch (ExecutionException e) {
      throw new IOException("cannot write the dump " + file + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while writing " + file);
    }
  }

  private SqlText write(SqlText text) throws IOException {
    ByteBuffer view = text.view();
    while (view.hasRemaining()) {
      bytes += channel.write(view);
    }
    text.clear();
    return text;
  }
}
