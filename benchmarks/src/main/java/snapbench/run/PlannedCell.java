package snapbench.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;

/**
 * One benchmark in one mode with one value for each parameter.
 *
 * @param number the number of its first fork's cell file, from 1
 * @param benchmark class and method
 * @param mode never {@link Mode#All}
 * @param params value by name, in the order of the names
 * @param forks how many forks measure it, at least 1; 1 also where it runs in this process
 * @param warmupForks forks before them that are not counted
 * @param inProcess whether it runs in this process instead of a fork ({@code -f 0})
 * @param forkNanos how long one fork is planned to take; 0 where the mode has no times
 * @param jvmArguments what the benchmark itself, or the user, appends to the fork's JVM arguments
 */
public record PlannedCell(
    int number,
    String benchmark,
    Mode mode,
    Map<String, String> params,
    int forks,
    int warmupForks,
    boolean inProcess,
    long forkNanos,
    Collection<String> jvmArguments) {

  /** Copies the collections. */
  public PlannedCell {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    jvmArguments = List.copyOf(jvmArguments);
    if (forks < 1) {
      throw new IllegalArgumentException("forks must be at least 1, is " + forks);
    }
  }

  /** Its calls, one for each fork. */
  public List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (int fork = 1; fork <= forks; fork++) {
      calls.add(new Call(this, fork));
    }
    return calls;
  }
}
