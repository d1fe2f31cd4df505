package snapbench.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * A terminal whose last line shows a status whenever nothing else is printed. What is printed takes
 * its place: the status is erased first, and a line that was begun before it is begun again, so
 * that in the end there is nothing but what was printed. May be used by several threads.
 *
 * <p>The sequences are those of ECMA-48 and, against breaking a line that is too long for a window
 * made narrower meanwhile, DEC's autowrap mode.
 */
final class StatusLine extends OutputStream {
  private static final String ERASE = "\r\u001b[K";
  private static final String WRAP_OFF = "\u001b[?7l";
  private static final String WRAP_ON = "\u001b[?7h";

  private final PrintStream terminal;
  private final int width;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private boolean shown;

  /** With the terminal and its columns: a line begun beyond them is left alone. */
  StatusLine(PrintStream terminal, int width) {
    this.terminal = terminal;
    this.width = width;
  }

  /** Shows a status, in place of the one before; without line breaks. */
  synchronized void show(String status) {
    if (begun.size() < width) {
      terminal.print(ERASE + WRAP_OFF + status + WRAP_ON);
      terminal.flush();
      shown = true;
    }
  }

  /** Erases the status. */
  synchronized void erase() {
    if (shown) {
      shown = false;
      terminal.print(ERASE);
      terminal.write(begun.toByteArray(), 0, begun.size());
      terminal.flush();
    }
  }

  /** Another stream that may end up on the same terminal: the status is erased before it. */
  OutputStream beside(PrintStream other) {
    return new OutputStream() {
      @Override
      public void write(byte[] bytes, int offset, int length) {
        synchronized (StatusLine.this) {
          erase();
          other.write(bytes, offset, length);
          other.flush();
        }
      }

      @Override
      public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
      }
    };
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    erase();
    terminal.write(bytes, offset, length);
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        begun.reset();
      } else {
        begun.write(bytes[i]);
      }
    }
  }

  @Override
  public synchronized void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void flush() {
    terminal.flush();
  }
}
