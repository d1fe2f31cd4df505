package snapbench.results.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.TextFile;

/**
 * The rows of a CSV file (RFC 4180, with the separator that its first rows have), one at a time.
 * Blank lines, and comments from {@code #} at the beginning of a line, are left out.
 */
final class CsvRows implements AutoCloseable {
  private static final CsvFactory FACTORY =
      CsvFactory.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.ALLOW_COMMENTS)
          .build();

  /** Characters at the beginning in which the separator is looked for. */
  private static final int HEAD_CHARACTERS = 1 << 16;

  private static final int LONGEST_QUOTATION = 40;

  private final Path file;
  private final CsvParser parser;
  private final List<String> cells = new ArrayList<>();
  private long line;

  private CsvRows(Path file, CsvParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Opens a file.
   *
   * @throws InvalidInputException if it cannot be read or is not text
   */
  static CsvRows open(Path file) throws InvalidInputException {
    // The parser closes the reader, and the reader the file.
    BufferedReader reader = TextFile.open(file);
    try {
      reader.mark(HEAD_CHARACTERS);
      char[] head = new char[HEAD_CHARACTERS];
      int length = reader.read(head);
      reader.reset();
      CsvParser parser = FACTORY.createParser(reader);
      char separator = Separator.of(new String(head, 0, Math.max(0, length)));
      parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
      return new CsvRows(file, parser);
    } catch (IOException e) {
      try {
        reader.close();
      } catch (IOException onClose) {
        e.addSuppressed(onClose);
      }
      throw unreadable(file, 0, e);
    }
  }

  /**
   * Goes to the next row.
   *
   * @return whether there is one
   * @throws InvalidInputException if what follows is not CSV, or not text
   */
  boolean next() throws InvalidInputException {
    long before = line;
    try {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return false;
      }
      cells.clear();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (cells.isEmpty()) {
          line = parser.currentTokenLocation().getLineNr();
        }
        cells.add(parser.getText().strip());
      }
      return true;
    } catch (IOException e) {
      throw unreadable(file, before, e);
    }
  }

  /** The cells of this row, until the next is asked for; without spaces around them. */
  List<String> cells() {
    return Collections.unmodifiableList(cells);
  }

  /** The line of the file on which this row begins, from 1. */
  long line() {
    return line;
  }

  /** What is wrong with a cell of this row. */
  InvalidInputException refusal(String column, String message) {
    return refusal(line, column, message);
  }

  /** What is wrong with a cell of an earlier row. */
  InvalidInputException refusal(long earlierLine, String column, String message) {
    return new InvalidInputException(
        file + ", line " + earlierLine + ", column " + oneLine(column) + ": " + message);
  }

  /** What is wrong with this row. */
  InvalidInputException refusal(String message) {
    return new InvalidInputException(file + ", line " + line + ": " + message);
  }

  /** What is wrong with the whole file. */
  InvalidInputException refusalOfAll(String message) {
    return new InvalidInputException(file + " " + message);
  }

  /** A text from the file, fit for a message: short and on one line. */
  static String oneLine(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
    return clean.length() <= LONGEST_QUOTATION
        ? clean
        : clean.substring(0, LONGEST_QUOTATION) + "...";
  }

  @Override
  public void close() throws InvalidInputException {
    try {
      parser.close();
    } catch (IOException e) {
      throw unreadable(file, line, e);
    }
  }

  private static InvalidInputException unreadable(Path file, long lastLine, IOException e) {
    if (e instanceof CharacterCodingException) {
      return new InvalidInputException(
          file + " is not text in UTF-8; the last row that could be read is line " + lastLine, e);
    }
    if (e instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
      return new InvalidInputException(
          file
              + ", line "
              + syntax.getLocation().getLineNr()
              + ": "
              + syntax.getOriginalMessage().lines().findFirst().orElse("not CSV")
              + "; the last whole row is line "
              + lastLine,
          e);
    }
    return new InvalidInputException(
        file + " cannot be read after line " + lastLine + ": " + e.getMessage(), e);
  }
}
