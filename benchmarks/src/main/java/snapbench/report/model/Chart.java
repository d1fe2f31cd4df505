package snapbench.report.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * A picture of figures, as data: a format that cannot draw shows its table instead.
 *
 * @param id unique within a report, of letters, digits and hyphens
 * @param title what it shows
 * @param summary what is to be seen in it, in a sentence, for who cannot see it
 * @param specification a Vega-Lite specification with its data, without size, colours of the page
 *     and fonts, which are the page's
 * @param table the same figures, as text
 */
public record Chart(
    String id, String title, String summary, ObjectNode specification, Table table) {
  /** Checks the id, which becomes part of a page. */
  public Chart {
    if (!id.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException("an id of letters, digits and hyphens, not " + id);
    }
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(summary, "summary");
    specification = specification.deepCopy();
    Objects.requireNonNull(table, "table");
  }

  /** A copy, so that nobody changes the chart's. */
  @Override
  public ObjectNode specification() {
    return specification.deepCopy();
  }
}
