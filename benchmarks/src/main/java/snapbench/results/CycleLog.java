package snapbench.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cycles of a cell while it is being measured, {@code cells/N.cycles.jsonl}: a line of JSON for
 * each, so that they survive whatever happens to the process that measures. Deleted once the cell's
 * file is complete.
 */
public final class CycleLog implements AutoCloseable {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final OutputStream out;

  private CycleLog(OutputStream out) {
    this.out = out;
  }

  /**
   * What a log holds.
   *
   * @param baseline the reading before the first cycle; null where there was none
   * @param cycles every cycle, warm-up included, in their order
   */
  public record Content(Cell.@Nullable Reading baseline, List<Cell.Cycle> cycles) {
    /** Copies the list. */
    public Content {
      cycles = List.copyOf(cycles);
    }
  }

  private record Line(Cell.@Nullable Reading baseline, Cell.@Nullable Cycle cycle) {}

  /** The log of the cell that a context describes. */
  public static Path file(CellContext context) {
    return context.runFolder().resolve("cells").resolve(context.number() + ".cycles.jsonl");
  }

  /**
   * Begins a log, emptying the file if it exists: a warm-up fork may have left one.
   *
   * @throws IOException if the file cannot be written
   */
  public static CycleLog create(Path file) throws IOException {
    return new CycleLog(Files.newOutputStream(file));
  }

  /**
   * Adds the reading before the first cycle.
   *
   * @throws IOException if it cannot be written
   */
  public void baseline(Cell.Reading reading) throws IOException {
    write(new Line(reading, null));
  }

  /**
   * Adds a cycle.
   *
   * @throws IOException if it cannot be written
   */
  public void add(Cell.Cycle cycle) throws IOException {
    write(new Line(null, cycle));
  }

  private void write(Line line) throws IOException {
    out.write((MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * Reads a log. A last line that was cut off by the end of its process is left out.
   *
   * @param file the log; empty content if it does not exist
   * @throws IOException if it cannot be read or another line is not a cycle
   */
  public static Content read(Path file) throws IOException {
    Cell.Reading baseline = null;
    List<Cell.Cycle> cycles = new ArrayList<>();
    for (String text : completeLines(file)) {
      Line line = parse(file, text);
      if (line.baseline() != null) {
        baseline = line.baseline();
      }
      if (line.cycle() != null) {
        cycles.add(line.cycle());
      }
    }
    return new Content(baseline, cycles);
  }

  private static List<String> completeLines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = Files.readString(file);
    int end = text.lastIndexOf('\n');
    return end < 0 ? List.of() : text.substring(0, end).lines().toList();
  }

  private static Line parse(Path file, String text) throws IOException {
    try {
      return MAPPER.readValue(text, Line.class);
    } catch (JsonProcessingException e) {
      throw new IOException(file + " holds a line that is not a cycle: " + text, e);
    }
  }
}
