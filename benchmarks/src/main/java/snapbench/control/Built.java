package snapbench.control;

import java.util.List;

/**
 * A control that is ready to be started.
 *
 * @param command its program, with an absolute path; the testee contract's options follow
 * @param description what it was built with, for instance {@code C control, cc (Debian 12.2.0-14)
 *     12.2.0, SQLite 3.40.1}
 */
public record Built(List<String> command, String description) {
  public Built {
    command = List.copyOf(command);
  }
}
