package snapbench.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A control that runs, and the conversation with it, as the testee contract has it. */
final class ControlProcess implements AutoCloseable {
  private static final long LIMIT_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Process process;
  private final BufferedReader answers;

  private ControlProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a control.
   *
   * @param folder its working folder, where its dumps go, too; made here
   */
  static ControlProcess start(Built built, Path folder, Path database, int threads)
      throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>(built.command());
    command.addAll(List.of("--contract", "1", "--db", database.toString()));
    command.addAll(List.of("--threads", Integer.toString(threads)));
    command.addAll(List.of("--dump", folder.resolve("dump.sql").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("errors.txt").toFile());
    return new ControlProcess(folder, builder.start());
  }

  /** What it says of itself at the beginning. */
  JsonNode ready() throws Exception {
    String line = line();
    if (line == null || !line.startsWith("READY ")) {
      throw new AssertionError(line + "; " + errors());
    }
    return JSON.readTree(line.substring("READY ".length()));
  }

  /** Its answer to a line. */
  JsonNode ask(String request) throws Exception {
    process.getOutputStream().write((request + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    String line = line();
    if (line == null) {
      throw new AssertionError("no answer to " + request + "; " + errors());
    }
    return JSON.readTree(line);
  }

  /** Its answer to a request for a cycle. */
  JsonNode cycle(String snapshot, String activity) throws Exception {
    return ask(
        "{\"id\":1,\"request\":\"cycle\",\"snapshot\":\"%s\",\"activity\":\"%s\"}"
            .formatted(snapshot, activity));
  }

  private @Nullable String line() throws Exception {
    return CompletableFuture.supplyAsync(this::readLine).get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private @Nullable String readLine() {
    try {
      return answers.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that its last dump went to. */
  Path dump() {
    return folder.resolve("dump.sql");
  }

  /** What it wrote to standard error. */
  String errors() throws IOException {
    return Files.readString(folder.resolve("errors.txt"));
  }

  /** Its exit code after its input has ended. */
  int end() throws Exception {
    process.getOutputStream().close();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it goes on; " + errors());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws Exception {
    process.destroyForcibly().waitFor();
  }
}
