package snapbench.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import snapbench.report.cell.CellStyles;

/**
 * A Vega-Lite specification without data, a resource beside this class. Rows of data hold what is
 * known alone: JSON has no NaN.
 */
final class ChartTemplate {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode specification;

  private ChartTemplate(ObjectNode specification) {
    this.specification = specification;
  }

  /** Reads one. */
  static ChartTemplate read(String name) {
    try (InputStream in =
        Objects.requireNonNull(ChartTemplate.class.getResourceAsStream(name + ".json"), name)) {
      return new ChartTemplate((ObjectNode) MAPPER.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds rows under the name by which the specification calls for them.
   *
   * @param rows records, whose components are the fields; what is not known is left out
   */
  ChartTemplate data(String name, Collection<? extends Record> rows) {
    ArrayNode array = MAPPER.valueToTree(rows);
    array.forEach(row -> ((ObjectNode) row).properties().removeIf(ChartTemplate::isUnknown));
    specification.withObject("/datasets").set(name, array);
    return this;
  }

  private static boolean isUnknown(Map.Entry<String, JsonNode> field) {
    return field.getValue().isDouble() && !Double.isFinite(field.getValue().asDouble());
  }

  /** Replaces a text, for instance an axis's title at {@code /encoding/x/title}. */
  ChartTemplate set(String pointer, String text) {
    return set(pointer, JsonNodeFactory.instance.textNode(text));
  }

  /** Replaces the order in which the panels of a facet stand. */
  ChartTemplate panels(Collection<String> names) {
    ArrayNode order = JsonNodeFactory.instance.arrayNode();
    names.forEach(order::add);
    return set("/facet/sort", order);
  }

  private ChartTemplate set(String pointer, JsonNode value) {
    int end = pointer.lastIndexOf('/');
    JsonNode parent = specification.at(pointer.substring(0, end));
    ((ObjectNode) parent).set(pointer.substring(end + 1), value);
    return this;
  }

  /**
   * Whether values need a logarithmic axis: all above 0, the largest so many times the smallest.
   */
  static boolean isWide(DoubleStream values, double times) {
    DoubleSummaryStatistics ends = values.filter(value -> !Double.isNaN(value)).summaryStatistics();
    return ends.getMin() > 0 && ends.getMax() > times * ends.getMin();
  }

  /** The specification, with each cell in its style. */
  ObjectNode styled(CellStyles styles) {
    styles.applyTo(specification);
    return specification;
  }
}
