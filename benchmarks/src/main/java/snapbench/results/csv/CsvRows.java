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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /**
   * A tab is in no number and in no heading, a semicolon is in no number; so they are asked first.
   */
  private static final List<Character> SEPARATORS = List.of('\t', ';', ',');

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

  private final Path file;
  private final CsvParser parser;
  private final List<String> cells = new ArrayList<>();
  private final boolean decimalComma;
  private long line;

  private CsvRows(Path file, CsvParser parser, boolean decimalComma) {
    this.file = file;
    this.parser = parser;
    this.decimalComma = decimalComma;
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
      char separator = separator(new String(head, 0, Math.max(0, length)));
      parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
      return new CsvRows(file, parser, separator == ';');
    } catch (IOException e) {
      try {
        reader.close();
      } catch (IOException onClose) {
        e.addSuppressed(onClose);
      }
      throw unreadable(file, 0, e);
    }
  }

  /** The candidate that is in the first two rows, or else in the first; a comma if none is. */
  private static char separator(String head) {
    List<String> rows =
        head.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .limit(2)
            .map(line -> QUOTED.matcher(line).replaceAll(""))
            .toList();
    for (int count = rows.size(); count > 0; count--) {
      List<String> considered = rows.subList(0, count);
      for (char candidate : SEPARATORS) {
        if (considered.stream().allMatch(row -> row.indexOf(candidate) >= 0)) {
          return candidate;
        }
      }
    }
    return ',';
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

  /** Whether a comma can only be a decimal one: where a semicolon is needed between cells. */
  boolean hasDecimalComma() {
    return decimalComma;
  }

  /** The line of the file on which this row begins, from 1. */
  long line() {
    return line;
  }

  /**
   * The indices of the columns to read, in the order in which they were chosen.
   *
   * @param headings of all columns
   * @param first the index of the first that may be chosen
   * @param chosen headings; empty for all that may be
   * @throws InvalidInputException if one is not there, or there more than once
   */
  List<Integer> columns(List<String> headings, int first, List<String> chosen)
      throws InvalidInputException {
    List<Integer> available = IntStream.range(first, headings.size()).boxed().toList();
    List<Integer> indices = new ArrayList<>();
    for (String heading : chosen) {
      List<Integer> found =
          available.stream().filter(i -> headings.get(i).equals(heading)).toList();
      if (found.size() != 1) {
        throw refusalOfAll(
            (found.isEmpty() ? "has no column " : "has more than one column ")
                + heading
                + "; choose one of "
                + available.stream()
                    .map(headings::get)
                    .distinct()
                    .collect(Collectors.joining(", ")));
      }
      indices.addAll(found);
    }
    return chosen.isEmpty() ? available : indices;
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
