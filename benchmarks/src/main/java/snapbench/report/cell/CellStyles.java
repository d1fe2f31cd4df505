package snapbench.report.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How each cell of a report is drawn, the same in every chart.
 *
 * <p>The colours are those of the palette of Okabe and Ito ("Color Universal Design", 2008) that
 * have a contrast of 3:1 (WCAG 2.1, 1.4.11) on white and on the page's dark ground, completed by
 * the olive of Tol's muted scheme ("Colour Schemes", SRON/EPS/TN/09-002, 2021) and a grey.
 *
 * @param styles in the order of the cells
 */
public record CellStyles(List<CellStyle> styles) {
  /** How many cells are drawn in ways that differ. */
  public static final int DIFFERENT = 24;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String FIELD = "variant";
  private static final String LABELS = "variants";
  private static final List<String> COLOURS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#999933", "#767676");
  private static final List<List<Integer>> DASHES =
      List.of(List.of(1, 0), List.of(7, 3), List.of(2, 2), List.of(9, 3, 2, 3));

  public CellStyles {
    styles = List.copyOf(styles);
  }

  /** A style for each cell; from the 25th on they are there again. */
  public static CellStyles of(Collection<String> labels) {
    List<String> names = labels.stream().distinct().toList();
    return new CellStyles(
        IntStream.range(0, names.size()).mapToObj(i -> style(names.get(i), i)).toList());
  }

  /** Six colours with four dashes: the dash moves on by one after 12, when the pairs recur. */
  private static CellStyle style(String label, int index) {
    CellStyle.Shape[] shapes = CellStyle.Shape.values();
    return new CellStyle(
        label,
        COLOURS.get(index % COLOURS.size()),
        DASHES.get((index + index / (DIFFERENT / 2)) % DASHES.size()),
        shapes[index % shapes.length]);
  }

  /** The cells that the data of a styled specification are of. */
  public static List<String> labels(ObjectNode specification) {
    List<String> labels = new ArrayList<>();
    specification.path("usermeta").path(LABELS).forEach(label -> labels.add(label.asText()));
    return labels;
  }

  /**
   * Lets a Vega-Lite specification draw what is of a cell in its style, and notes which cells its
   * data are of.
   */
  public void applyTo(ObjectNode specification) {
    Set<String> present = new HashSet<>();
    specification
        .path("datasets")
        .forEach(rows -> rows.forEach(row -> present.add(row.path(FIELD).asText())));
    List<CellStyle> used =
        styles.stream().filter(style -> present.contains(style.label())).toList();
    specification.withObject("/usermeta").set(LABELS, labels(used));
    visit(specification, used);
  }

  private static void visit(JsonNode node, List<CellStyle> used) {
    node.properties()
        .forEach(
            property -> {
              JsonNode value = property.getValue();
              if (value instanceof ObjectNode channel
                  && channel.path("field").asText().equals(FIELD)) {
                apply(property.getKey(), channel, used);
              }
              if (!property.getKey().equals("datasets")) {
                visit(value, used);
              }
            });
    if (node.isArray()) {
      node.forEach(element -> visit(element, used));
    }
  }

  private static void apply(String channel, ObjectNode definition, List<CellStyle> used) {
    switch (channel) {
      case "color" -> scale(definition, used, style -> NODES.textNode(style.colour()));
      case "shape" -> scale(definition, used, style -> NODES.textNode(style.shape().vegaName()));
      case "strokeDash" -> scale(definition, used, style -> array(style.dash(), NODES::numberNode));
      case "y" -> definition.set("sort", labels(used));
      default -> {}
    }
  }

  private static void scale(
      ObjectNode definition, List<CellStyle> used, Function<CellStyle, JsonNode> value) {
    ObjectNode scale = definition.putObject("scale");
    scale.set("domain", labels(used));
    scale.set("range", array(used, value));
  }

  private static ArrayNode labels(List<CellStyle> used) {
    return array(used, style -> NODES.textNode(style.label()));
  }

  private static <T> ArrayNode array(List<T> items, Function<T, JsonNode> node) {
    return NODES.arrayNode().addAll(items.stream().map(node).toList());
  }
}
