package snapbench.profile;

import snapbench.model.Reading;

/** Reads one process, again and again. Safe for use by several threads. */
@FunctionalInterface
public interface ProcessProbe {
  /** Looks at the process now. Never throws: what cannot be read is NaN. */
  Reading read();
}
