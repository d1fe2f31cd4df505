package snapbench.run.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Mode;
import snapbench.model.Look;

/**
 * One benchmark in one mode with one value for each parameter.
 *
 * @param number what it is known by whatever the look, from 1: the number of the cell file of the
 *     first fork of its first look
 * @param look which look at it
 * @param fileNumber the number of the cell file of the look's first fork
 * @param benchmark class and method
 * @param mode never {@link Mode#All}
 * @param params value by name, in the order of the names
 * @param forks how many forks measure it, at least 1; 1 also where it runs in this process
 * @param warmupForks forks before them that are not counted
 * @param inProcess whether it runs in this process instead of a fork ({@code -f 0})
 * @param iterations how often and how long a fork measures
 * @param jvmArguments what the benchmark itself, or the user, appends to the fork's JVM arguments
 */
public record PlannedCell(
    int number,
    Look look,
    int fileNumber,
    String benchmark,
    Mode mode,
    Map<String, String> params,
    int forks,
    int warmupForks,
    boolean inProcess,
    Iterations iterations,
    Collection<String> jvmArguments) {

  public PlannedCell {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    jvmArguments = List.copyOf(jvmArguments);
    if (forks < 1) {
      throw new IllegalArgumentException("forks must be at least 1, is " + forks);
    }
  }

  /**
   * The next look at it, with twice as many measured iterations.
   *
   * @param looks how many there can be
   * @param files how many cell files the first looks at all cells of the plan have: those of the
   *     next look follow
   */
  public PlannedCell again(int looks, int files) {
    return new PlannedCell(
        number,
        new Look(look.number() + 1, looks),
        fileNumber + files,
        benchmark,
        mode,
        params,
        forks,
        warmupForks,
        inProcess,
        iterations.twice(),
        jvmArguments);
  }

  /** Its calls, one for each fork. */
  public List<PlannedFork> calls() {
    return IntStream.rangeClosed(1, forks).mapToObj(fork -> new PlannedFork(this, fork)).toList();
  }
}
