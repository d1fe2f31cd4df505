package snapbench.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which statements probe the live database while a cycle runs. */
public enum LiveProbes {
  /** A one-row SELECT and a one-row UPDATE. */
  ALL(true, true),
  /** A one-row SELECT. */
  READ(true, false),
  /** A one-row UPDATE. */
  WRITE(false, true),
  /** None: {@code live.read.blocked} and {@code live.write.blocked} are NaN. */
  NONE(false, false);

  private final boolean reads;
  private final boolean writes;

  LiveProbes(boolean reads, boolean writes) {
    this.reads = reads;
    this.writes = writes;
  }

  /** Whether the SELECT runs. */
  public boolean reads() {
    return reads;
  }

  /** Whether the UPDATE runs. */
  public boolean writes() {
    return writes;
  }

  /** The value of the profiler's option {@code live}, for instance {@code all}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds probes by their label; empty if there are none. */
  static Optional<LiveProbes> of(String label) {
    return Arrays.stream(values()).filter(probes -> probes.label().equals(label)).findFirst();
  }

  /** All labels, separated by the text given. */
  static String labels(String separator) {
    return Arrays.stream(values()).map(LiveProbes::label).collect(Collectors.joining(separator));
  }
}
