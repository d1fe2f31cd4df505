package snapbench.run.progress;

import java.util.function.Supplier;

/** Shows how far a run is, while it lasts. */
public interface ProgressView {
  /** Shows nothing. */
  ProgressView NONE =
      new ProgressView() {
        @Override
        public void begin(Supplier<RunStatus> status) {}

        @Override
        public void update() {}

        @Override
        public void iterationEnded() {}

        @Override
        public void end() {}
      };

  /**
   * The run begins.
   *
   * @param status says how far it is, at any time and to any thread
   */
  void begin(Supplier<RunStatus> status);

  /** Something has changed; JMH's output may be in the middle of a line. */
  void update();

  /** An iteration has ended, and its line is complete. */
  void iterationEnded();

  /** The run has ended. */
  void end();
}
