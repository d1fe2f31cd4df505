package snapbench.profile;

import snapbench.model.Reading;

/** Reads one process, again and again. Safe for use by several threads. */
public interface ProcessProbe extends AutoCloseable {
  /** Looks at the process now. Never throws: what cannot be read is NaN. */
  Reading read();

  /** Gives back what the probe holds. */
  @Override
  void close();
}
