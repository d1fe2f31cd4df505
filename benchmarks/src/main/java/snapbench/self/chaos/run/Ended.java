package snapbench.self.chaos.run;

import java.util.List;

/**
 * A run that has ended.
 *
 * @param disturbance what was done to it
 * @param exitCode of its process; 128 and the signal's number if it was killed
 * @param output what it printed
 * @param errors what it printed on stderr
 * @param processes the command lines of those that it left
 * @param place where its files are
 */
record Ended(
    Disturbance disturbance,
    int exitCode,
    String output,
    String errors,
    List<String> processes,
    Place place) {
  Ended {
    processes = List.copyOf(processes);
  }
}
