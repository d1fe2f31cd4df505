package snapbench.self.chaos.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run has its files, all below one folder. */
record Place(Path folder) {
  /** What may be full. */
  Path disk() {
    return folder.resolve("disk");
  }

  /** Where the run's folder goes. */
  Path results() {
    return disk().resolve("results");
  }

  /** The system's temporary folder, as the run knows it. */
  Path temporary() {
    return disk().resolve("tmp");
  }

  /** Where reports on it may go. */
  Path reports() {
    return folder.resolve("out");
  }

  /** What it prints. */
  Path output() {
    return folder.resolve("stdout");
  }

  /** What it prints on stderr. */
  Path errors() {
    return folder.resolve("stderr");
  }

  /** All that it printed. */
  String said() throws IOException {
    return Files.readString(output()) + Files.readString(errors());
  }
}
