package snapbench.results.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.model.CellKey;
import snapbench.model.Fork;
import snapbench.results.files.JsonFiles;

/**
 * What a run was to measure, and how it ended, the content of {@code run.json}.
 *
 * @param state how it ended
 * @param cells the cells of the plan, in its order
 */
public record Completion(State state, List<Planned> cells) {
  private static final String FILE = "run.json";

  /** How a run ended. */
  public enum State {
    /** It has not ended, or was killed before it could say so. */
    RUNNING("is still running"),
    /** Everything was measured, or is unsupported. */
    COMPLETE("is complete"),
    /** Something was not measured. */
    FAILED("failed"),
    /** It was told to end. */
    INTERRUPTED("was interrupted"),
    /** Its process is gone. Never in the file. */
    KILLED("was killed");

    private final String words;

    State(String words) {
      this.words = words;
    }
  }

  /**
   * A cell of the plan.
   *
   * @param forks of its first look
   */
  public record Planned(String benchmark, String mode, Map<String, String> params, int forks) {
    public Planned {
      Objects.requireNonNull(benchmark, "benchmark");
      Objects.requireNonNull(mode, "mode");
      params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    private CellKey key() {
      return new CellKey(benchmark, mode, params);
    }

    private long count(List<Fork> all, Predicate<Fork> which) {
      CellKey key = key();
      return all.stream().filter(fork -> fork.key().equals(key)).filter(which).count();
    }

    private String of(List<Fork> all) {
      return "%d of %d forks on record".formatted(count(all, fork -> true), forks);
    }
  }

  public Completion {
    Objects.requireNonNull(state, "state");
    cells = List.copyOf(cells);
  }

  /** Writes it into a run's folder. */
  public void write(Path folder) throws IOException {
    JsonFiles.write(folder.resolve(FILE), this);
  }

  /** Says in a run's folder how it ended; does nothing to one that says so already. */
  public static void end(Path folder, State state) throws IOException {
    Completion completion = read(folder);
    if (completion != null && List.of(State.RUNNING, State.KILLED).contains(completion.state)) {
      new Completion(state, completion.cells).write(folder);
    }
  }

  /** Of a run's folder; null where it does not say, as those of earlier versions. */
  static @Nullable Completion read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return null;
    }
    Completion written = JsonFiles.read(file, Completion.class);
    return written.state == State.RUNNING && !RunFolder.isOwned(folder)
        ? new Completion(State.KILLED, written.cells)
        : written;
  }

  /**
   * What is missing, one line each, how the run ended first; empty if it ended by itself and each
   * fork is on record, be it as failed.
   *
   * @param name of the run
   */
  List<String> missing(String name, List<Fork> forks) {
    List<String> open =
        cells.stream()
            .filter(cell -> cell.count(forks, fork -> true) < cell.forks)
            .map(cell -> cell.key() + ": " + cell.of(forks))
            .toList();
    if (open.isEmpty() && List.of(State.COMPLETE, State.FAILED).contains(state)) {
      return List.of();
    }
    long whole =
        cells.stream()
            .filter(cell -> cell.count(forks, f -> f.state() != Fork.State.FAILED) >= cell.forks)
            .count();
    String first =
        "%s %s; %d of %d %s measured"
            .formatted(
                name,
                state.words,
                whole,
                cells.size(),
                cells.size() == 1 ? "cell was" : "cells were");
    return Stream.concat(Stream.of(first), open.stream()).toList();
  }
}
