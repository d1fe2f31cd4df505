package snapbench.testee.dump.scan;

import java.util.List;
import snapbench.testee.dump.text.OutputFile;
import snapbench.testee.dump.text.SqlText;

/** Some thousand rows of a table, column by column. */
final class ColumnBatch implements OutputFile.Part {
  private final byte[] insert;
  private final int rows;
  private final ColumnText[] columns;

  ColumnBatch(byte[] insert, int rows, List<ColumnText> columns) {
    this.insert = insert;
    this.rows = rows;
    this.columns = columns.toArray(ColumnText[]::new);
  }

  /** The last row's values of some columns, as literals. */
  List<String> lastLiterals(List<Integer> wanted) {
    return wanted.stream().map(index -> columns[index].lastLiteral()).toList();
  }

  /** Appends the rows as INSERT statements. */
  @Override
  public void appendTo(SqlText out) {
    for (int row = 0; row < rows; row++) {
      out.append(insert);
      columns[0].appendNext(out);
      for (int i = 1; i < columns.length; i++) {
        out.append(',');
        columns[i].appendNext(out);
      }
      out.append(TableDump.INSERT_END);
    }
  }
}
