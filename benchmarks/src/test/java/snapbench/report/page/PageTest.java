package snapbench.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import snapbench.analysis.verdict.Verdict;
import snapbench.report.Report;
import snapbench.report.model.Attachment;
import snapbench.report.model.Headline;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;

/** The model of the page, and its text, without a browser. */
class PageTest {
  private static Report report(List<Headline> headlines, Section... sections) {
    return new Report("Some run", headlines, List.of(sections), List.of());
  }

  private static Section section(String heading, boolean isAlert, List<Table> tables) {
    return new Section(heading, tables, List.of("a line of " + heading))
        .as(isAlert ? Section.Role.ALERT : Section.Role.FINDING);
  }

  private static Table table(int rows) {
    return new Table(
        List.of(Column.number("Row")),
        IntStream.range(0, rows).mapToObj(i -> List.of("row " + i + " of it")).toList());
  }

  @Test
  void saysFirstWhatMustNotBeOverlooked() {
    Headline headline = new Headline("memory", Verdict.GROWING, "It grows.");
    String page =
        Page.html(
            List.of(
                report(
                    List.of(headline),
                    section("Figures", false, List.of()),
                    section("Planted leak", true, List.of()))));
    assertThat(page)
        .containsSubsequence("a line of Planted leak", "It grows.", "a line of Figures")
        .containsOnlyOnce("a line of Planted leak");
  }

  @Test
  void putsSentencesThatHaveNoRoomBehindTheFirst() {
    List<Headline> headlines =
        IntStream.range(0, 9).mapToObj(i -> new Headline("v" + i, null, "Sentence " + i)).toList();
    Page page = Page.of(List.of(report(headlines)));
    assertThat(page.headlines()).hasSize(5).startsWith(headlines.get(0));
    assertThat(page.moreHeadlines()).hasSize(4).endsWith(headlines.get(8));
  }

  @Test
  void saysWhatItLeavesOutOfLongTables() {
    List<Table> tables = IntStream.range(0, 15).mapToObj(i -> table(1)).toList();
    Section oneMore = new Section("One more", List.of(), Collections.nCopies(301, "a line"));
    String page =
        Page.html(
            List.of(
                report(
                    List.of(),
                    section("Long", false, List.of(table(1000))),
                    section("Many", false, tables),
                    oneMore)));
    assertThat(page)
        .contains("row 99 of it", "row 900 of it", "800 rows between are left out")
        .contains("3 more tables are left out of this page", "1 more line is left out of this page")
        .doesNotContain("row 100 of it", "row 899 of it");
  }

  @Test
  void allowsItsOwnScriptsAndStyleAlone() {
    PageAssets inlined = PageAssets.ofClasspath();
    assertThat(inlined.policy())
        .startsWith("default-src 'none'; ")
        .doesNotContain("unsafe-inline", "http", "*")
        .contains(inlined.scripts().stream().map(PageTest::hash).toList())
        .contains(hash(inlined.style()));
    assertThat(inlined.licences()).contains("Vega-Lite", "Redistribution and use", "D3");
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void carriesFilesAlongWhole() throws Exception {
    String text = "a,b\r\n</script>,ü\u2028\r\n".repeat(1000);
    PageAttachment attachment =
        PageAttachment.of(List.of(new Attachment("series.csv", "text/csv", text))).get(0);
    byte[] compressed = Base64.getDecoder().decode(attachment.content());
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(text);
    }
  }
}
