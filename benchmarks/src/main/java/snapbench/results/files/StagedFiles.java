package snapbench.results.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files of a folder that appear together once all are written: each is written beside its final
 * name, as {@code NAME.PID.part}, and renamed at the end. What was not committed is removed.
 */
public final class StagedFiles implements AutoCloseable {
  private final Path folder;
  private final Map<Path, Path> parts = new LinkedHashMap<>();

  /** Of a folder that exists. */
  public StagedFiles(Path folder) {
    this.folder = folder;
  }

  /** The text of a file, which may be too long to be held in memory. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(Appendable out) throws IOException;
  }

  /**
   * Writes a file in UTF-8, without its final name.
   *
   * @return where it is meanwhile
   */
  public Path add(String name, Content content) throws IOException {
    Path file = folder.resolve(name);
    Path part = folder.resolve(name + "." + ProcessHandle.current().pid() + ".part");
    parts.put(file, part);
    try (Writer writer =
        new BufferedWriter(Files.newBufferedWriter(part, StandardCharsets.UTF_8), 1 << 16)) {
      content.writeTo(writer);
    } catch (IOException e) {
      throw PlainFile.named(file, e);
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return part;
  }

  /**
   * Gives all files their names, replacing those that exist.
   *
   * @throws IOException if one cannot be renamed
   */
  public void commit() throws IOException {
    for (Map.Entry<Path, Path> entry : parts.entrySet()) {
      Files.move(
          entry.getValue(),
          entry.getKey(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    parts.clear();
  }

  @Override
  public void close() throws IOException {
    for (Path part : parts.values()) {
      Files.deleteIfExists(part);
    }
  }
}
