package snapbench.process;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How long the harness waits for a testee. JMH's fork is told by system properties, but for the
 * last, which is the same everywhere but in tests.
 *
 * @param silence how long it may say nothing before it is ready, for which it may take {@value
 *     #SILENCES} times as long in all
 * @param request how long the answer to one request may take
 * @param exit how long its end may take once its stdin has ended; it is then killed
 * @param more how long to wait for more of a flood after each line that nobody asked for
 */
public record TesteeLimits(Duration silence, Duration request, Duration exit, Duration more) {
  private static final String SILENCE_MILLIS = "snapbench.testee.silenceMillis";
  private static final String REQUEST_MILLIS = "snapbench.testee.requestMillis";
  private static final String EXIT_MILLIS = "snapbench.testee.exitMillis";
  private static final int SILENCES = 15;
  private static final Duration MORE = Duration.ofMillis(100);

  /**
   * Where nothing else is asked for. A request has a little less than JMH allows an iteration (-to,
   * 10 minutes), since JMH does not say what it waited for.
   */
  public static final TesteeLimits STANDARD =
      new TesteeLimits(Duration.ofMinutes(2), Duration.ofMinutes(9), Duration.ofSeconds(2));

  /** With the usual wait for more of a flood. */
  public TesteeLimits(Duration silence, Duration request, Duration exit) {
    this(silence, request, exit, MORE);
  }

  /** What this JVM was told, and for the rest the standard. */
  public static TesteeLimits ofSystemProperties() {
    return new TesteeLimits(
        property(SILENCE_MILLIS, STANDARD.silence),
        property(REQUEST_MILLIS, STANDARD.request),
        property(EXIT_MILLIS, STANDARD.exit));
  }

  private static Duration property(String name, Duration otherwise) {
    return Duration.ofMillis(Long.getLong(name, otherwise.toMillis()));
  }

  /** Tells this JVM what is given, and with it the forks that it starts. */
  public static void tell(Optional<Duration> silence, Optional<Duration> request) {
    silence.ifPresent(given -> System.setProperty(SILENCE_MILLIS, given.toMillis() + ""));
    request.ifPresent(given -> System.setProperty(REQUEST_MILLIS, given.toMillis() + ""));
  }

  /** The longest silence of a testee that works. */
  public Duration longest() {
    return silence.compareTo(request) > 0 ? silence : request;
  }

  /** How long it may take to become ready, whatever it says meanwhile. */
  Duration ready() {
    return silence.multipliedBy(SILENCES);
  }

  /** A duration in seconds, for a message. */
  static String seconds(Duration duration) {
    double seconds = duration.toMillis() / 1e3;
    return seconds == Math.rint(seconds)
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
