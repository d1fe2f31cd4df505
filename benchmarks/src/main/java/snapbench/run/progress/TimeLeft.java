package snapbench.run.progress;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import snapbench.run.plan.Iterations;
import snapbench.run.plan.PlannedFork;

/**
 * How long a run may still take, by what its finished part really took: a mean time for whatever a
 * fork takes beside its iterations, and for iterations, in proportion to what they were planned to
 * take; those of the fork that is running count alone for what is left of it. Until something is
 * finished, what was planned. All times are in nanoseconds.
 *
 * <p>JMH sets a fork up, which here fills a database, within its first iteration: what that takes
 * longer than the others counts as beside them.
 */
final class TimeLeft {
  private List<PlannedFork> later = List.of();
  private Iterations current = new Iterations(0, 0, 0, 0);
  private int forks = 1;
  private int done;
  private boolean iterating;
  private long callStart;
  private long mark;
  private long first;
  private long untilSecond;
  private double besideOfAll;
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

    boolean isEmpty() {
      return planned == 0 && untimed == 0;
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
  void begin(PlannedFork call, List<PlannedFork> following, long now) {
    later = List.copyOf(following);
    current = call.cell().iterations();
    forks = forks(call);
    done = 0;
    iterating = false;
    callStart = now;
    mark = now;
    ownPace = new Pace();
  }

  /** With those that only warm up. */
  private static int forks(PlannedFork call) {
    return call.fork() == 1 ? 1 + call.cell().warmupForks() : 1;
  }

  /** An iteration begins; whatever the time between two iterations is, it is part of the second. */
  void beginIteration(long now) {
    if (done == 0) {
      mark = now;
    }
    iterating = true;
  }

  void endIteration(long now) {
    long planned = planned(done);
    if (done == 0) {
      untilSecond = now - callStart;
      first = now - mark;
    } else {
      pace.add(planned, now - mark);
      ownPace.add(planned, now - mark);
    }
    done++;
    mark = now;
    iterating = false;
  }

  /** The call ends, whatever it came to. */
  void end(long now) {
    if (done == 1) {
      pace.add(planned(0), first);
    }
    besideOfAll += (done == 0 ? 0 : besideFirst()) + (now - mark);
    calls++;
  }

  private double besideFirst() {
    return Math.max(0, untilSecond - expected(planned(0)));
  }

  /** Of each fork of a call, the first iterations are for warming up. */
  private long planned(int iteration) {
    return iteration % Math.max(1, current.all()) < current.warmup()
        ? current.warmupNanos()
        : current.measuredNanos();
  }

  private double expected(long planned) {
    return (ownPace.knows(planned) || !pace.knows(planned) ? ownPace : pace).of(planned);
  }

  private double besideEach() {
    return calls > 0 ? besideOfAll / calls : done > 0 ? besideFirst() : 0;
  }

  /** What is left; NaN if unknown. */
  double nanos(long now) {
    double left = leftOfCurrent(now);
    for (PlannedFork call : later) {
      left += besideEach() + forks(call) * of(call.cell().iterations());
    }
    return left;
  }

  private double leftOfCurrent(long now) {
    double left = 0;
    for (int i = done; i < forks * current.all(); i++) {
      left += expected(planned(i));
    }
    double running = iterating ? expected(planned(done)) : 0;
    return done == 0
        ? left + Math.max(-running, besideEach() - (double) (now - callStart))
        : left - Math.min(running, (double) (now - mark));
  }

  private double of(Iterations iterations) {
    Pace known = pace.isEmpty() ? ownPace : pace;
    double warmup = iterations.warmup() * known.of(iterations.warmupNanos());
    double measured = iterations.measured() * known.of(iterations.measuredNanos());
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
