package snapbench.report.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.verdict.Judgement;

/**
 * Verdicts as JSON (RFC 8259): an array with an object for each series. What is unknown or infinite
 * is {@code null}, since JSON has neither NaN nor infinity.
 */
public final class JudgementJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JudgementJson() {}

  /** Renders the verdicts; ends with a newline. */
  public static String render(List<JudgedTable> tables) {
    List<Object> objects = new ArrayList<>();
    tables.forEach(table -> table.series().forEach(series -> objects.add(object(table, series))));
    try {
      return MAPPER.writeValueAsString(objects) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, @Nullable Object> object(JudgedTable table, JudgedSeries series) {
    Judgement judgement = series.judgement();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("table", table.title());
    object.put("column", series.column());
    object.put("columnUnit", series.columnUnit());
    object.put("unit", judgement.quantity().unit());
    object.put("axis", table.axis());
    object.put("per", table.per());
    object.put("verdict", judgement.verdict());
    object.put("reason", judgement.reason());
    object.put("growthPerCycle", known(judgement.growth().perCycle()));
    object.put("lower", known(judgement.growth().lower()));
    object.put("upper", known(judgement.growth().upper()));
    object.put("fromCycle", known(judgement.growth().fromCycle()));
    object.put("toCycle", known(judgement.growth().toCycle()));
    object.put("shareOfDatabase", known(table.shareOfDatabase(judgement)));
    object.put("detectable", known(judgement.detectable()));
    object.put("threshold", known(judgement.threshold()));
    object.put("points", judgement.points());
    object.put("cycles", known(judgement.cycles()));
    object.put("baseline", known(judgement.baseline()));
    object.put("last", known(judgement.last()));
    object.put("rises", judgement.rises());
    object.put("quietCycles", known(judgement.quietCycles()));
    object.put("longestPause", known(judgement.longestPause()));
    object.put("trendPValue", known(judgement.trendPValue()));
    object.put("round", known(table.round()));
    object.put("databaseKiB", known(table.databaseKiB()));
    object.put("assumed", table.assumed());
    return object;
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
