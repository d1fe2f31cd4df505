package snapbench.testee.dump.scan;

import java.util.stream.IntStream;
import snapbench.testee.dump.text.Literal;
import snapbench.testee.dump.text.SqlText;

/**
 * The values of one column in many rows, as they come from SQLite by a {@link ColumnTransport}, and
 * a position among them.
 */
final class ColumnText {
  private final ColumnTransport transport;
  private final byte[] pieces;
  private final double[] units;
  private int position;

  ColumnText(ColumnTransport transport, byte[] pieces) {
    this.transport = transport;
    this.pieces = pieces;
    units = IntStream.range(0, RealScales.MOST).mapToDouble(transport.scales()::unit).toArray();
  }

  /**
   * Whether there are so many pieces: more if a text holds the separator, fewer if SQLite cut the
   * whole at a NUL character.
   */
  boolean hasPieces(int expected) {
    if (transport.type() != ValueType.TEXT) {
      return true;
    }
    int separators = 0;
    for (byte piece : pieces) {
      separators += piece == ColumnTransport.SEPARATOR ? 1 : 0;
    }
    return separators == expected - 1;
  }

  /** The last value as a literal. */
  String lastLiteral() {
    int start = pieces.length;
    while (start > 0 && pieces[start - 1] != ColumnTransport.SEPARATOR) {
      start--;
    }
    SqlText literal = new SqlText(64);
    appendPiece(literal, start, pieces.length);
    return literal.substring(0, literal.length());
  }

  /** Appends the next value as a literal. */
  void appendNext(SqlText out) {
    int start = position;
    int end = start;
    while (end < pieces.length && pieces[end] != ColumnTransport.SEPARATOR) {
      end++;
    }
    position = end + 1;
    appendPiece(out, start, end);
  }

  private void appendPiece(SqlText out, int start, int end) {
    if (transport.nullable() && end - start == 1 && pieces[start] == ColumnTransport.NULL_MARK) {
      Literal.appendNull(out);
      return;
    }
    switch (transport.type()) {
      case TEXT -> Literal.appendUtf8(out, pieces, start, end);
      case REAL -> appendNumber(out, start, end);
      case BLOB -> out.append('x').append('\'').append(pieces, start, end).append('\'');
      case NULL, INTEGER -> out.append(pieces, start, end);
    }
  }

  private void appendNumber(SqlText out, int start, int end) {
    byte first = pieces[start];
    if (first == ColumnTransport.INTEGER_MARK) {
      out.append(pieces, start + 1, end);
    } else if (first >= ColumnTransport.SCALE_MARK) {
      double unit = units[first - ColumnTransport.SCALE_MARK + 1];
      Literal.appendReal(out, integer(start + 1, end) * unit);
    } else {
      Literal.appendReal(out, integer(start, end) * units[0]);
    }
  }

  /** Reads digits that SQLite wrote, so they are an integer of 64 bits. */
  private long integer(int start, int end) {
    boolean negative = pieces[start] == '-';
    long value = 0;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      value = value * 10 - (pieces[i] - '0');
    }
    return negative ? value : -value;
  }
}
