package snapbench.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which statements probe the live database while a cycle runs. */
public enum LiveProbes {
  /** A one-row SELECT and a one-row UPDATE. */
  ALL,
  /** A one-row SELECT. */
  READ,
  /** A one-row UPDATE. */
  WRITE,
  /** None: {@code live.read.blocked} and {@code live.write.blocked} are NaN. */
  NONE;

  /** The value of the profiler's option {@code live}, for instance {@code all}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LiveProbes> of(String label) {
    return Arrays.stream(values()).filter(probes -> probes.label().equals(label)).findFirst();
  }

  /** All labels, separated by the text given. */
  static String labels(String separator) {
    return Arrays.stream(values()).map(LiveProbes::label).collect(Collectors.joining(separator));
  }
}
