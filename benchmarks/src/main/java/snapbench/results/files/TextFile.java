package snapbench.results.files;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens a text file that somebody else wrote: UTF-8, or UTF-16 where a byte order mark says so (as
 * spreadsheets write it). The mark is skipped.
 */
public final class TextFile {
  /** Bytes at the beginning that are looked at. */
  private static final int HEAD_BYTES = 8192;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String NO_TEXT = " is not text in UTF-8";

  /** A shell opens both ends of its pipes at once. */
  private static final Duration WAIT = Duration.ofSeconds(10);

  private TextFile() {}

  /**
   * The text of a file that another program wrote.
   *
   * @throws InvalidInputException as {@link #open} does, or if it cannot be read to its end
   */
  public static String read(Path file) throws InvalidInputException {
    StringWriter text = new StringWriter();
    try (BufferedReader reader = open(file)) {
      reader.transferTo(text);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file + NO_TEXT, e);
    } catch (IOException e) {
      throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), e);
    }
    return text.toString();
  }

  /**
   * Opens a file or a pipe. What is not text in its encoding makes the reader throw a {@link
   * CharacterCodingException}.
   *
   * @throws InvalidInputException if it is not there, cannot be read, is empty or is not text
   */
  public static BufferedReader open(Path file) throws InvalidInputException {
    return open(file, WAIT);
  }

  /** The same, with how long to wait until somebody opens the other end of a pipe. */
  static BufferedReader open(Path file, Duration wait) throws InvalidInputException {
    if (Files.isDirectory(file)) {
      boolean run = Files.exists(file.resolve("series.csv"));
      throw new InvalidInputException(
          file + " is a folder" + (run ? "; choose its series.csv" : "; choose a CSV file"));
    }
    if (!Files.exists(file)) {
      throw new InvalidInputException(file + " does not exist");
    }
    try {
      // Not that of Files, which asks a pipe for its position.
      InputStream in = new BufferedInputStream(stream(file, wait), 1 << 16);
      try {
        return reader(file, in);
      } catch (IOException | InvalidInputException e) {
        close(in, e);
        throw e;
      }
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file + NO_TEXT, e);
    } catch (IOException e) {
      throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** To open a named pipe waits for whoever writes into it, and cannot be interrupted. */
  private static InputStream stream(Path file, Duration wait)
      throws IOException, InvalidInputException {
    if (Files.isRegularFile(file)) {
      return new FileInputStream(file.toFile());
    }
    FutureTask<InputStream> opening = new FutureTask<>(() -> new FileInputStream(file.toFile()));
    Thread thread = new Thread(opening, "open " + file);
    thread.setDaemon(true);
    thread.start();
    try {
      return opening.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new InvalidInputException(
          file + " is a pipe that nobody writes into; start what writes first, or choose a file",
          e);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()).replaceFirst("^[^ ]*: ", ""), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static BufferedReader reader(Path file, InputStream in)
      throws IOException, InvalidInputException {
    in.mark(HEAD_BYTES);
    byte[] head = in.readNBytes(HEAD_BYTES);
    in.reset();
    if (head.length == 0) {
      throw new InvalidInputException(file + " is empty");
    }
    Charset charset = charset(head);
    if (charset.equals(StandardCharsets.UTF_8) && hasZero(head)) {
      throw new InvalidInputException(file + " is not text: it holds bytes of value 0");
    }
    // A decoder of its own, since a reader made from a charset would replace what is malformed.
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, charset.newDecoder()), 1 << 16);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static Charset charset(byte[] head) {
    int mark = head.length < 2 ? 0 : ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
    return switch (mark) {
      case 0xFEFF -> StandardCharsets.UTF_16BE;
      case 0xFFFE -> StandardCharsets.UTF_16LE;
      default -> StandardCharsets.UTF_8;
    };
  }

  private static boolean hasZero(byte[] bytes) {
    for (byte each : bytes) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }

  private static void close(InputStream in, Exception cause) {
    try {
      in.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
