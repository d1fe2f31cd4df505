package snapbench.run.progress;

import java.util.function.Supplier;

/** Shows how far a run is, while it lasts; nothing unless told how. */
public interface ProgressView {
  /** Shows nothing. */
  ProgressView NONE = new ProgressView() {};

  /**
   * The run begins.
   *
   * @param status says how far it is, at any time and to any thread
   */
  default void begin(Supplier<RunStatus> status) {}

  /** Something has changed; JMH's output may be in the middle of a line. */
  default void update() {}

  /** An iteration has ended, and its line is complete. */
  default void iterationEnded() {}

  /** The run has ended. */
  default void end() {}
}
