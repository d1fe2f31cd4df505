package snapbench.run;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long a run may still take, by what its finished part really took: a mean time for whatever a
 * fork takes beside its iterations (starting, filling the database), and for iterations, in
 * proportion to what they were planned to take; those of the fork that is running count alone for
 * what is left of it. Until something is finished, what was planned. All times are in nanoseconds.
 */
final class TimeLeft {
  private List<Call> later = List.of();
  private Iterations current = new Iterations(0, 0, 0, 0);
  private int forks = 1;
  private int done;
  private boolean iterating;
  private long mark;
  private long beside;
  private long besideOfAll;
  private int calls;
  private final Pace pace = new Pace();
  private Pace ownPace = new Pace();

  /** Real time per planned time, and per iteration that has no planned time. */
  private static final class Pace {
    private double realOfTimed;
    private double planned;
    private double realOfUntimed;
    private double untimed;

    void add(long plannedNanos, long realNanos) {
      if (plannedNanos > 0) {
        planned += plannedNanos;
        realOfTimed += realNanos;
      } else {
        untimed++;
        realOfUntimed += realNanos;
      }
    }

    boolean knows(long plannedNanos) {
      return plannedNanos > 0 ? planned > 0 : untimed > 0;
    }

    /** NaN for an iteration without a planned time as long as none is finished. */
    double of(long plannedNanos) {
      if (plannedNanos > 0) {
        return planned > 0 ? plannedNanos * (realOfTimed / planned) : plannedNanos;
      }
      return untimed > 0 ? realOfUntimed / untimed : Double.NaN;
    }
  }

  /** A call begins; those that follow it, as far as known. */
  void begin(Call call, List<Call> following, long now) {
    later = List.copyOf(following);
    current = call.cell().iterations();
    forks = forks(call);
    done = 0;
    iterating = false;
    mark = now;
    beside = 0;
    ownPace = new Pace();
  }

  /** With those that only warm up. */
  private static int forks(Call call) {
    return call.fork() == 1 ? 1 + call.cell().warmupForks() : 1;
  }

  /** An iteration begins; whatever the time between two iterations is, it is part of the second. */
  void beginIteration(long now) {
    if (done == 0) {
      beside += now - mark;
      mark = now;
    }
    iterating = true;
  }

  void endIteration(long now) {
    long planned = planned(done);
    pace.add(planned, now - mark);
    ownPace.add(planned, now - mark);
    done++;
    mark = now;
    iterating = false;
  }

  /** The call ends, whatever it came to. */
  void end(long now) {
    besideOfAll += beside + (now - mark);
    calls++;
  }

  /** Of each fork of a call, the first iterations are for warming up. */
  private long planned(int iteration) {
    return iteration % Math.max(1, current.all()) < current.warmup()
        ? current.warmupNanos()
        : current.measuredNanos();
  }

  /** What is left; NaN if unknown. */
  double nanos(long now) {
    double besideEach = calls == 0 ? beside : (double) besideOfAll / calls;
    double left = leftOfCurrent(now, besideEach);
    for (Call call : later) {
      left += besideEach + forks(call) * of(call.cell().iterations(), pace);
    }
    return left;
  }

  private double leftOfCurrent(long now, double besideEach) {
    double left = 0;
    for (int i = done; i < forks * current.all(); i++) {
      long planned = planned(i);
      double expected = (ownPace.knows(planned) ? ownPace : pace).of(planned);
      boolean running = i == done && iterating;
      left += running ? Math.max(0, expected - (now - mark)) : expected;
    }
    boolean starting = done == 0 && !iterating;
    return starting ? left + Math.max(0, besideEach - (now - mark)) : left;
  }

  private static double of(Iterations iterations, Pace pace) {
    double warmup = iterations.warmup() * pace.of(iterations.warmupNanos());
    double measured = iterations.measured() * pace.of(iterations.measuredNanos());
    return (iterations.warmup() == 0 ? 0 : warmup) + (iterations.measured() == 0 ? 0 : measured);
  }

  /** A time such as 01:02:03; "unknown" of NaN. */
  static String clock(double nanos) {
    if (Double.isNaN(nanos)) {
      return "unknown";
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds((long) nanos);
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
