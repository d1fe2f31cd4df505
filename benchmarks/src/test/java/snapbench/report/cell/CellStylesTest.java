package snapbench.report.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How variants are drawn. */
class CellStylesTest {
  @Test
  void differAndCanBeSeenOnBothGrounds() {
    List<String> labels = IntStream.range(0, 24).mapToObj(i -> "variant " + i).toList();
    List<CellStyle> styles = CellStyles.of(labels).styles();
    assertThat(styles).extracting(style -> style.colour() + style.dashes()).doesNotHaveDuplicates();
    assertThat(styles)
        .allMatch(style -> contrast(style.colour(), "#ffffff") >= 3)
        .allMatch(style -> contrast(style.colour(), "#14181d") >= 3);
  }

  /** WCAG 2.1. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
