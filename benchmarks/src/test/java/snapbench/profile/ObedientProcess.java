package snapbench.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that takes and gives back memory and files as it is told, says when it has done so, and
 * rests until the next command. It ends when its standard input does.
 */
final class ObedientProcess implements AutoCloseable {
  private static final String DONE = "done";

  private final Process process;
  private final BufferedWriter commands;
  private final BufferedReader answers;

  private ObedientProcess(Process process) {
    this.process = process;
    this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
    this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static ObedientProcess start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xint",
            "-XX:+UseSerialGC",
            "-Xms16m",
            "-Xmx16m",
            "-XX:+AlwaysPreTouch",
            "-XX:MaxDirectMemorySize=512m",
            "-cp",
            System.getProperty("java.class.path"),
            ObedientProcess.class.getName());
    // so that glibc hands every buffer back to the kernel when it is freed
    builder.environment().put("MALLOC_MMAP_THRESHOLD_", "131072");
    builder.environment().put("MALLOC_MMAP_MAX_", "1000000");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    ObedientProcess started = new ObedientProcess(builder.start());
    started.expectDone();
    started.rehearse();
    return started;
  }

  /** So that no class is left to load, which takes memory too. */
  private void rehearse() throws IOException {
    touchMiB(1);
    release();
    open(1);
    closeFiles(1);
  }

  long pid() {
    return process.pid();
  }

  /**
   * What Linux says of its memory, without the probe.
   *
   * @param name in {@code /proc/PID/status}; {@code RssFile} are resident pages of files, which the
   *     kernel drops when it needs memory
   */
  double kernelKiB(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  /** Takes and fills memory. */
  void touchMiB(int mib) throws IOException {
    command("touch " + mib);
  }

  /** Gives back what {@link #touchMiB} took last. */
  void release() throws IOException {
    command("release");
  }

  /** Opens files. */
  void open(int files) throws IOException {
    command("open " + files);
  }

  /** Closes the files that were opened last. */
  void closeFiles(int files) throws IOException {
    command("close " + files);
  }

  private void command(String command) throws IOException {
    commands.write(command);
    commands.newLine();
    commands.flush();
    expectDone();
  }

  private void expectDone() throws IOException {
    String answer = answers.readLine();
    if (!DONE.equals(answer)) {
      throw new IOException("the process answered " + answer);
    }
  }

  /** Kills it and waits until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (process.isAlive()) {
      commands.close();
    }
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      kill();
    }
  }

  /** Obeys. */
  public static void main(String[] args) throws IOException {
    Deque<ByteBuffer> buffers = new ArrayDeque<>();
    Deque<InputStream> files = new ArrayDeque<>();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    System.out.println(DONE);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "touch" -> buffers.push(filled(Integer.parseInt(words[1])));
        case "release" -> free(buffers);
        case "open" -> open(files, Integer.parseInt(words[1]));
        case "close" -> close(files, Integer.parseInt(words[1]));
        default -> throw new IllegalArgumentException(line);
      }
      System.out.println(DONE);
    }
  }

  private static ByteBuffer filled(int mib) {
    int bytes = mib << 20;
    ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
    for (int i = 0; i < bytes; i += 1024) {
      buffer.put(i, (byte) 1);
    }
    return buffer;
  }

  /** Collects garbage until the memory of the buffer that was just forgotten is given back. */
  private static void free(Deque<ByteBuffer> buffers) {
    buffers.pop();
    long held = buffers.stream().mapToLong(ByteBuffer::capacity).sum();
    while (directBytes() > held) {
      System.gc();
    }
  }

  private static long directBytes() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  private static void open(Deque<InputStream> files, int count) throws IOException {
    Path file = Path.of(System.getProperty("java.home"), "release");
    for (int i = 0; i < count; i++) {
      files.push(Files.newInputStream(file));
    }
  }

  private static void close(Deque<InputStream> files, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      files.pop().close();
    }
  }
}
