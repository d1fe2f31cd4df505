package snapbench.report.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import snapbench.report.model.Table.Column;

/**
 * A table told by its columns: what stands above each, and what it says of a row.
 *
 * @param <R> what a row is about
 */
public final class Columns<R> {
  private final List<Column> columns = new ArrayList<>();
  private final List<Function<? super R, String>> texts = new ArrayList<>();

  /** Adds a column. */
  public Columns<R> add(Column column, Function<? super R, String> text) {
    columns.add(column);
    texts.add(text);
    return this;
  }

  /** Adds a column of texts. */
  public Columns<R> text(String heading, Function<? super R, String> text) {
    return add(Column.text(heading), text);
  }

  /** Adds a column of numbers that are texts already. */
  public Columns<R> number(String heading, Function<? super R, String> text) {
    return add(Column.number(heading), text);
  }

  /** Adds a column of numbers, all written in the same way. */
  public Columns<R> number(
      String heading, DoubleFunction<String> format, ToDoubleFunction<? super R> number) {
    return number(heading, row -> format.apply(number.applyAsDouble(row)));
  }

  /** The table with a row for each of these. */
  public Table of(Collection<? extends R> rows) {
    return new Table(
        columns,
        rows.stream().map(row -> texts.stream().map(text -> text.apply(row)).toList()).toList());
  }
}
