package snapbench.results.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files of a run, which are nothing but files: to open a pipe would wait until somebody writes into
 * it. What fails names the file and is said in our words.
 */
public final class PlainFile {
  private PlainFile() {}

  /**
   * Opens a file.
   *
   * @throws NoSuchFileException if it does not exist
   * @throws IOException if it is a folder, a pipe or a device, or cannot be read
   */
  public static InputStream open(Path file) throws IOException {
    String obstacle = obstacle(file);
    if (!obstacle.isEmpty() && Files.exists(file)) {
      throw new FileSystemException(file.toString(), null, obstacle);
    }
    return Files.newInputStream(file);
  }

  /** Why something is no file, in words; empty if it is one. */
  public static String obstacle(Path file) {
    return Files.isRegularFile(file)
        ? ""
        : Files.isDirectory(file)
            ? "is a folder, not a file"
            : Files.exists(file) ? "is a pipe or a device, not a file" : "does not exist";
  }

  /** A failure that names its file: that of a full disk does not. */
  public static IOException named(Path file, IOException e) {
    return e instanceof FileSystemException
        ? e
        : (IOException) new FileSystemException(file.toString(), null, e.getMessage()).initCause(e);
  }

  /** What failed, with its file, in words that are not Java's. */
  public static String words(IOException e) {
    if (!(e instanceof FileSystemException failed) || failed.getFile() == null) {
      String message = e.getMessage();
      boolean isPlain =
          e.getClass() == IOException.class || e.getClass().getName().startsWith("snapbench.");
      return message != null && isPlain ? message : e.toString();
    }
    String reason = failed.getReason();
    if (reason == null) {
      reason =
          switch (failed.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "does not exist";
            case "AccessDeniedException" -> "permission denied";
            case "FileAlreadyExistsException" -> "is there already, and is not a folder";
            case "NotDirectoryException" -> "is not a folder";
            default -> "failed";
          };
    }
    return failed.getFile() + (reason.matches("(?:is|does) .*") ? " " : ": ") + reason;
  }
}
