package snapbench.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Looks at dumps. */
final class Dumps {
  /** What can be restored here in a few seconds. */
  private static final long LARGEST_BYTES = 256L << 20;

  private final RestoringDriver driver;

  Dumps(RestoringDriver driver) {
    this.driver = driver;
  }

  /**
   * What a dump restores, compared with the original.
   *
   * @throws BrokenContractException if there is no dump, or it restores nothing
   */
  Restored restored(Path dump, Path original) throws BrokenContractException, IOException {
    BrokenContractException.require("a dump", Files.exists(dump), "no file");
    BrokenContractException.require(
        "a database of which a dump can be tried here, of at most %,d bytes"
            .formatted(LARGEST_BYTES),
        Files.size(dump) <= LARGEST_BYTES,
        "%,d bytes".formatted(Files.size(dump)));
    try {
      return driver.restored(dump, original);
    } catch (SQLException e) {
      throw new BrokenContractException("SQL text", String.valueOf(e.getMessage()));
    }
  }
}
