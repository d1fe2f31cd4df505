package snapbench.results.files;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a text file that somebody else wrote: UTF-8, or UTF-16 where a byte order mark says so (as
 * spreadsheets write it). The mark is skipped.
 */
public final class TextFile {
  /** Bytes at the beginning that are looked at. */
  private static final int HEAD_BYTES = 8192;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextFile() {}

  /**
   * Opens a file or a pipe. What is not text in its encoding makes the reader throw a {@link
   * CharacterCodingException}.
   *
   * @throws InvalidInputException if it is not there, cannot be read, is empty or is not text
   */
  public static BufferedReader open(Path file) throws InvalidInputException {
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
      InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16);
      try {
        return reader(file, in);
      } catch (IOException | InvalidInputException e) {
        close(in, e);
        throw e;
      }
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file + " is not text in UTF-8", e);
    } catch (IOException e) {
      throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), e);
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
