package snapbench.results.csv;

/** What is wrong with the text of a cell; who knows its row and column says where it is. */
final class CsvValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  CsvValueException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** The message, which is always there. */
  String reason() {
    return reason;
  }
}
