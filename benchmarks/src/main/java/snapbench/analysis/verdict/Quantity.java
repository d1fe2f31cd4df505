package snapbench.analysis.verdict;

import java.util.Objects;

/**
 * What a series is about.
 *
 * @param name its name in tables, for instance {@code rss}
 * @param unit of its values, for instance {@code KiB}
 * @param kind which thresholds apply
 */
public record Quantity(String name, String unit, Kind kind) {
  /** Resident set of the testee. */
  public static final Quantity RSS = new Quantity("rss", "KiB", Kind.MEMORY_KIB);

  /** Open file descriptors of the testee. */
  public static final Quantity DESCRIPTORS = new Quantity("fds", "count", Kind.COUNT);

  /** Threads of the testee. */
  public static final Quantity THREADS = new Quantity("threads", "count", Kind.COUNT);

  /** Which thresholds apply. */
  public enum Kind {
    /** Memory in KiB, in steps of a page of 4 KiB. */
    MEMORY_KIB(4),
    /** Things that are counted. */
    COUNT(1),
    /** Anything else, of whatever size. */
    OTHER(0);

    private final double resolution;

    Kind(double resolution) {
      this.resolution = resolution;
    }

    /** The smallest step between two values; 0 if unknown. */
    public double resolution() {
      return resolution;
    }
  }

  /** Checks that it is named. */
  public Quantity {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(kind, "kind");
  }
}
