package snapbench.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that cannot be deleted, by root neither: a path in it is longer than Linux takes. */
public final class UndeletableFolder {
  private static final int DEPTH = 12;
  private static final String NAME = "d".repeat(200);

  private UndeletableFolder() {}

  /**
   * Makes one.
   *
   * @param parent where to
   * @param workFolder a folder beside it, since it is put together of two
   */
  public static void createIn(Path parent, Path workFolder) throws IOException {
    deepest(workFolder);
    Files.move(workFolder.resolve(NAME), deepest(parent).resolve(NAME));
  }

  private static Path deepest(Path folder) throws IOException {
    Path path = folder;
    for (int i = 0; i < DEPTH; i++) {
      path = Files.createDirectory(path.resolve(NAME));
    }
    return path;
  }

  /** Deletes what is in a folder, going from folder to folder. */
  public static void delete(Path folder) throws IOException, InterruptedException {
    new ProcessBuilder("rm", "-rf", folder.toString()).inheritIO().start().waitFor();
  }
}
