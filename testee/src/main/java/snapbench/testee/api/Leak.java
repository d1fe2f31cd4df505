package snapbench.testee.api;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A leak that is planted on purpose, to find out whether it is found. Written as {@code none},
 * {@code fd}, {@code fd:10}, {@code native:256k} or {@code native:1%}.
 *
 * @param kind what is leaked
 * @param bytes how much in each cycle; 0 for a kind without a size, and where a percentage is given
 * @param percent how much in each cycle, in percent of the live database's bytes; 0 where it is not
 *     given so
 * @param every one cycle in this many leaks, 1 for each
 */
public record Leak(Kind kind, long bytes, double percent, int every) {
  /** No leak. */
  public static final Leak NONE = new Leak(Kind.NONE, 0, 0, 1);

  /** What may be written, to follow the word "choose". */
  public static final String CHOICES =
      "none, connection, statement, fd or thread (with :K in one cycle of K), or heap:SIZE,"
          + " direct:SIZE or native:SIZE (in each cycle; bytes, 64k, 1m, or 1% of the database)";

  private static final long GREATEST_BYTES = 1L << 30;

  /** What is leaked. */
  public enum Kind {
    /** Nothing. */
    NONE(Argument.NOTHING),
    /** A snapshot's connection; without a snapshot, one more connection to the live database. */
    CONNECTION(Argument.PERIOD),
    /** A prepared statement with its result set. */
    STATEMENT(Argument.PERIOD),
    /** An open file: the dump's; without a dump, another one. */
    FD(Argument.PERIOD),
    /** A thread that is parked for ever. */
    THREAD(Argument.PERIOD),
    /** Java objects. */
    HEAP(Argument.SIZE),
    /** Direct byte buffers. */
    DIRECT(Argument.SIZE),
    /** Memory of SQLite's allocator. */
    NATIVE(Argument.SIZE);

    private final Argument argument;

    Kind(Argument argument) {
      this.argument = argument;
    }

    /** The name used in parameters, for instance {@code native}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is written after a kind and a colon. */
  private enum Argument {
    NOTHING,
    PERIOD,
    SIZE
  }

  /** Checks that each kind has what it needs and nothing else. */
  public Leak {
    boolean sized = kind.argument == Argument.SIZE;
    boolean hasBytes = bytes > 0 && bytes <= GREATEST_BYTES && percent == 0;
    boolean hasPercent = percent > 0 && percent <= 100 && bytes == 0;
    boolean hasNeither = bytes == 0 && percent == 0;
    if (!(sized ? hasBytes || hasPercent : hasNeither)) {
      throw new IllegalArgumentException(
          kind.label() + " of " + bytes + " bytes or " + percent + " %; choose " + CHOICES);
    }
    if (every < 1 || (every > 1 && kind.argument != Argument.PERIOD)) {
      throw new IllegalArgumentException(
          kind.label() + " in one cycle of " + every + "; choose " + CHOICES);
    }
  }

  /**
   * Reads a leak.
   *
   * @throws IllegalArgumentException if it is none, naming the value and the valid choices
   */
  public static Leak of(String text) {
    Leak leak = parse(text);
    if (leak == null) {
      throw new IllegalArgumentException("leak=" + text + " is not known; choose " + CHOICES);
    }
    return leak;
  }

  /** Whether {@link #of} can read it. */
  public static boolean isValid(String text) {
    return parse(text) != null;
  }

  /** How many bytes leak in each cycle, for a live database of that many bytes. */
  public long bytesPerCycle(long databaseBytes) {
    return percent > 0 ? Math.max(1, Math.round(percent / 100 * databaseBytes)) : bytes;
  }

  /** As it is written, for instance {@code fd:10}. */
  @Override
  public String toString() {
    String argument =
        switch (kind.argument) {
          case NOTHING -> "";
          case PERIOD -> ":" + every;
          case SIZE -> ":" + (percent > 0 ? plain(percent) + "%" : Long.toString(bytes));
        };
    return kind.label() + argument;
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static @Nullable Leak parse(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String argument = colon < 0 ? null : text.substring(colon + 1);
    for (Kind kind : Kind.values()) {
      if (kind.label().equals(name)) {
        return switch (kind.argument) {
          case NOTHING -> argument == null ? NONE : null;
          case PERIOD -> periodic(kind, argument == null ? "1" : argument);
          case SIZE -> argument == null ? null : sized(kind, argument);
        };
      }
    }
    return null;
  }

  private static @Nullable Leak periodic(Kind kind, String argument) {
    return argument.matches("[1-9][0-9]{0,5}")
        ? new Leak(kind, 0, 0, Integer.parseInt(argument))
        : null;
  }

  private static @Nullable Leak sized(Kind kind, String argument) {
    if (argument.matches("[0-9]{1,3}(\\.[0-9]{1,6})?%")) {
      double percent = Double.parseDouble(argument.substring(0, argument.length() - 1));
      return percent > 0 && percent <= 100 ? new Leak(kind, 0, percent, 1) : null;
    }
    Matcher matcher = Pattern.compile("([1-9][0-9]{0,9})([km]?)").matcher(argument);
    if (!matcher.matches()) {
      return null;
    }
    int shift = matcher.group(2).isEmpty() ? 0 : matcher.group(2).equals("k") ? 10 : 20;
    long bytes = Long.parseLong(matcher.group(1)) << shift;
    return bytes <= GREATEST_BYTES ? new Leak(kind, bytes, 0, 1) : null;
  }
}
