package snapbench.results.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as a monitor writes it, {@code monitor.csv} in a folder. */
final class MonitorFile {
  private MonitorFile() {}

  /** Writes a text in UTF-8. */
  static Path write(Path folder, String text) throws IOException {
    return write(folder, text, StandardCharsets.UTF_8);
  }

  /** Writes a text in a charset. */
  static Path write(Path folder, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("monitor.csv"), text.getBytes(charset));
  }
}
