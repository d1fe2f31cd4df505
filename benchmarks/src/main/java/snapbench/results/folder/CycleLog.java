package snapbench.results.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Look;
import snapbench.model.Reading;
import snapbench.results.files.PlainFile;
import snapbench.results.files.StartedProcess;

/**
 * The record of a cell while it is being measured, {@code cells/N.cycles.jsonl}: lines of JSON, for
 * what identifies the cell, the testee, the baseline and each cycle, so that they survive whatever
 * happens to the process that measures. Deleted once the cell's file is complete.
 */
public final class CycleLog implements AutoCloseable {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Path file;
  private final OutputStream out;

  private CycleLog(Path file) throws IOException {
    this.file = file;
    this.out = Files.newOutputStream(file);
  }

  /**
   * What a log holds.
   *
   * @param header what identifies the cell; null where the log does not say
   * @param testee what was measured; null where it never became ready
   * @param baseline the reading before the first cycle; null where there was none
   * @param cycles every cycle, warm-up included, in their order
   */
  public record Content(
      @Nullable Header header,
      Fork.@Nullable Testee testee,
      @Nullable Reading baseline,
      List<Cycle> cycles) {
    /** What an absent log holds. */
    public static final Content NOTHING = new Content(null, null, null, List.of());

    public Content {
      cycles = List.copyOf(cycles);
    }
  }

  /**
   * What identifies a cell.
   *
   * @param number N, from 1, unique within the run
   * @param benchmark the benchmark's class and method, as in JMH's result
   * @param mode JMH's short name of the mode
   * @param fork index of the fork within the cell, from 1
   * @param params JMH parameters by name
   * @param look which look at the cell it belongs to; {@link Look#ONLY} in logs that do not say
   */
  public record Header(
      int number, String benchmark, String mode, int fork, Map<String, String> params, Look look) {
    public Header {
      look = Objects.requireNonNullElse(look, Look.ONLY);
      params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** The fork that it identifies, with what its log holds. */
    public Fork fork(
        Fork.State state, @Nullable String reason, Content log, List<Iteration> iterations) {
      return new Fork(
          number,
          benchmark,
          mode,
          fork,
          params,
          state,
          reason,
          log.testee(),
          log.baseline(),
          log.cycles(),
          iterations,
          look);
    }

    /** Of a cell that is looked at once. */
    public Header(int number, String benchmark, String mode, int fork, Map<String, String> params) {
      this(number, benchmark, mode, fork, params, Look.ONLY);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(
      @Nullable Header header,
      Fork.@Nullable Testee testee,
      @Nullable Reading baseline,
      @Nullable Cycle cycle,
      @Nullable StartedProcess started) {}

  /** The log of the cell that a context describes. */
  public static Path file(ForkContext context) {
    return context.runFolder().resolve("cells").resolve(context.number() + ".cycles.jsonl");
  }

  /** Begins a log, emptying the file if it exists: a warm-up fork may have left one. */
  public static CycleLog create(Path file) throws IOException {
    return new CycleLog(file);
  }

  /**
   * Begins a log with what identifies its cell, so that a cell can be made of it if nothing else is
   * left.
   */
  public static CycleLog create(Path file, Header header) throws IOException {
    CycleLog log = create(file);
    try {
      log.write(new Line(header, null, null, null, null));
      return log;
    } catch (IOException e) {
      log.close();
      throw e;
    }
  }

  /** Adds a process that was started, whether it becomes ready or not. */
  public void started(StartedProcess process) throws IOException {
    write(new Line(null, null, null, null, process));
  }

  /** Adds what is measured. */
  public void testee(Fork.Testee testee) throws IOException {
    write(new Line(null, testee, null, null, null));
  }

  /** Adds the reading before the first cycle. */
  public void baseline(Reading reading) throws IOException {
    write(new Line(null, null, reading, null, null));
  }

  /** Adds a cycle. */
  public void add(Cycle cycle) throws IOException {
    write(new Line(null, null, null, cycle, null));
  }

  private void write(Line line) throws IOException {
    byte[] bytes = (MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw PlainFile.named(file, e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * Reads a log. A last line that was cut off by the end of its process is left out.
   *
   * @param file the log; empty content if it does not exist
   * @throws IOException if it cannot be read or another line is not of a log
   */
  public static Content read(Path file) throws IOException {
    Header header = null;
    Fork.Testee testee = null;
    Reading baseline = null;
    List<Cycle> cycles = new ArrayList<>();
    for (Line line : lines(file)) {
      header = line.header() != null ? line.header() : header;
      testee = line.testee() != null ? line.testee() : testee;
      baseline = line.baseline() != null ? line.baseline() : baseline;
      if (line.cycle() != null) {
        cycles.add(line.cycle());
      }
    }
    return new Content(header, testee, baseline, cycles);
  }

  /**
   * The processes that were started.
   *
   * @param file the log; none if it does not exist
   * @throws IOException if it cannot be read or a line is not of a log
   */
  public static List<StartedProcess> started(Path file) throws IOException {
    return lines(file).stream().flatMap(line -> Stream.ofNullable(line.started())).toList();
  }

  private static List<Line> lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text;
    try (InputStream in = PlainFile.open(file)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Line> lines = new ArrayList<>();
    for (String each : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      try {
        lines.add(MAPPER.readValue(each, Line.class));
      } catch (JsonProcessingException e) {
        throw new IOException(file + " holds a line that is not of a log: " + each, e);
      }
    }
    return lines;
  }
}
