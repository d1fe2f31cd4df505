package snapbench.workload;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import snapbench.testee.memory.NativeMemory;

/**
 * A JVM that takes known amounts of memory of each kind when told to on its standard input, a word
 * and a number a line, and answers each line with one of its own.
 */
final class KnownMemory {
  private static final int MIB = 1 << 20;
  private static final int PAGE = 4096;

  private final List<Object> kept = new ArrayList<>();
  private final Path file;
  private @Nullable Connection database;

  private KnownMemory(Path file) {
    this.file = file;
  }

  /**
   * Serves until its standard input ends.
   *
   * @param arguments a file that may be created
   */
  public static void main(String[] arguments) throws Exception {
    KnownMemory memory = new KnownMemory(Path.of(arguments[0]));
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] words = line.split(" ", -1);
      System.out.println(memory.obey(words[0], Integer.parseInt(words[1])));
    }
    memory.close();
  }

  private String obey(String word, int number) throws Exception {
    switch (word) {
      case "texts" -> {
        return new ObjectMapper().writeValueAsString(NativeMemory.read());
      }
      case "collect" -> System.gc();
      case "garbage" -> touchYoungGeneration(number);
      case "heap" -> kept.add(new byte[number * MIB]);
      case "direct" -> kept.add(ByteBuffer.allocateDirect(number * MIB));
      case "file" -> map(number);
      case "threads" -> startThreads(number);
      case "sqlite" -> fill(number);
      case "close" -> close();
      default -> throw new IllegalArgumentException(word);
    }
    return "done";
  }

  /** So that garbage made later touches no page of the heap for the first time. */
  private static void touchYoungGeneration(int mib) {
    for (int i = 0; i < mib; i++) {
      byte[] unused = new byte[MIB];
    }
  }

  private void map(int mib) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MappedByteBuffer buffer = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) mib * MIB);
      for (int i = 0; i < buffer.capacity(); i += PAGE) {
        buffer.put(i, (byte) 1);
      }
      kept.add(buffer);
    }
  }

  private void startThreads(int number) throws InterruptedException {
    CountDownLatch started = new CountDownLatch(number);
    for (int i = 0; i < number; i++) {
      Thread thread =
          new Thread(
              () -> {
                recurse(1000);
                started.countDown();
                awaitForever();
              });
      thread.setDaemon(true);
      thread.start();
    }
    started.await();
  }

  /** Uses some of the stack. */
  private static int recurse(int depth) {
    return depth == 0 ? 0 : 1 + recurse(depth - 1);
  }

  private static void awaitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A row of 1 MiB takes 257 pages of 4 KiB. */
  private void fill(int mib) throws SQLException {
    database = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = database.createStatement()) {
      statement.execute("create table blocks(block)");
      for (int i = 0; i < mib; i++) {
        statement.execute("insert into blocks values (randomblob(" + MIB + "))");
      }
    }
  }

  private void close() throws SQLException {
    if (database != null) {
      database.close();
      database = null;
    }
  }
}
