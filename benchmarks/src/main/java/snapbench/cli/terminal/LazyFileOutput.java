package snapbench.cli.terminal;

import java.io.File;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;

/** A file that is made, or emptied, when the first byte is written to it. */
final class LazyFileOutput extends FilterOutputStream {
  private final File file;
  private boolean opened;

  private LazyFileOutput(File file) {
    super(OutputStream.nullOutputStream());
    this.file = file;
  }

  /**
   * Finds out that a file can be written, and leaves it as it is.
   *
   * @return what writes to it; a device or a pipe, which has nothing to lose, is open already
   */
  static OutputStream open(String name) throws IOException {
    File file = new File(name);
    boolean exists = file.exists();
    OutputStream appending = new FileOutputStream(file, true);
    if (exists && !file.isFile()) {
      return appending;
    }
    appending.close();
    if (!exists) {
      Files.delete(file.toPath());
    }
    return new LazyFileOutput(file);
  }

  private OutputStream opened() throws IOException {
    if (!opened) {
      // no channel, which an interrupt of the thread that writes would close
      out = new FileOutputStream(file);
      opened = true;
    }
    return out;
  }

  @Override
  public void write(int b) throws IOException {
    opened().write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    opened().write(bytes, from, count);
  }
}
