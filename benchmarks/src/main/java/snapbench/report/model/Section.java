package snapbench.report.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a report.
 *
 * @param heading what it is about
 * @param tables its tables; more than one where a single one would be too wide
 * @param lines what is listed after them, one line each
 * @param charts its pictures, for formats that have them
 * @param role who needs it
 * @param curves lines that Markdown draws
 */
public record Section(
    String heading,
    List<Table> tables,
    List<String> lines,
    List<Chart> charts,
    Role role,
    List<LineChart> curves) {

  /** Who needs a section. */
  public enum Role {
    /** Everybody: it must not be overlooked, and is red where there are colours. */
    ALERT,
    /** Whoever asks what came out. */
    FINDING,
    /** Whoever wants to know more, or doubts it: in files, not on the console. */
    DETAIL,
    /** Whoever wants to repeat it: in files; its lines are commands, to be copied as they are. */
    COMMAND
  }

  public Section {
    tables = List.copyOf(tables);
    lines = List.copyOf(lines);
    charts = List.copyOf(charts);
    curves = List.copyOf(curves);
  }

  /** A finding without pictures. */
  public Section(String heading, List<Table> tables, List<String> lines) {
    this(heading, tables, lines, List.of(), Role.FINDING, List.of());
  }

  /** A table, and what is to be said of it if there is anything in it. */
  public static Section of(String heading, Table table, String... notes) {
    return new Section(
        heading, List.of(table), table.rows().isEmpty() ? List.of() : List.of(notes));
  }

  /** A list. */
  public static Section list(String heading, List<String> lines) {
    return new Section(heading, List.of(), lines);
  }

  /** The same with these pictures too. */
  public Section withCharts(List<Chart> more) {
    List<Chart> all = Stream.concat(charts.stream(), more.stream()).toList();
    return new Section(heading, tables, lines, all, role, curves);
  }

  /** The same in another role. */
  public Section as(Role other) {
    return new Section(heading, tables, lines, charts, other, curves);
  }

  /** The same under another heading. */
  public Section withHeading(String other) {
    return new Section(other, tables, lines, charts, role, curves);
  }

  /** The same with these lines, which Markdown draws. */
  public Section withCurves(List<LineChart> drawn) {
    return new Section(heading, tables, lines, charts, role, drawn);
  }

  /** Whether it must not be overlooked. */
  public boolean isAlert() {
    return role == Role.ALERT;
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return lines.isEmpty()
        && charts.isEmpty()
        && tables.stream().allMatch(table -> table.rows().isEmpty());
  }
}
