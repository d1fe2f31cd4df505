package snapbench.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import snapbench.report.Report;
import snapbench.report.SampleRun;
import snapbench.results.csv.SeriesCsv;

/** The page in Debian's Chromium, opened from disk with the network cut off. */
class ReportPageTest {
  private static final List<String> LEVELS_A_AND_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  /** Of axe-core's rules for these levels those whose result depends on colours. */
  private static final List<String> RULES_OF_COLOURS =
      List.of("color-contrast", "link-in-text-block");

  private static final String COLOURS =
      """
      const text = document.querySelector("#chart-1-resident-set-drawing .role-axis-label text");
      return getComputedStyle(document.body).backgroundColor + " " + text.getAttribute("fill");
      """;

  private static final String POINTS = " .mark-symbol.role-mark path";

  @TempDir private static Path folder;
  private static Path page = Path.of("");
  private static Browser browser;

  @BeforeAll
  static void openBrowser() throws Exception {
    browser = Browser.start(folder);
    page = folder.resolve("report.html");
    Files.writeString(page, Page.html(SampleRun.reports()));
  }

  @AfterAll
  static void closeBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  /** Opens a page in light. */
  private static void show(Path page, int width, int height) {
    browser.preferColours("light");
    browser.resize(width, height);
    browser.open(page);
  }

  @Test
  void legendFiltersEveryChartByPointerAndByKeyboard() {
    show(page, 1400, 1000);
    WebElement box = browser.element("input[name=variant]");
    String variant = String.valueOf(box.getDomAttribute("value"));
    long all = pointsOf(variant, true);
    long others = pointsOf(variant, false);
    assertThat(all).isPositive();
    box.click();
    browser.waitUntilDrawn(2);
    assertThat(pointsOf(variant, true)).isZero();
    assertThat(pointsOf(variant, false)).isEqualTo(others);
    box.sendKeys(Keys.SPACE);
    browser.waitUntilDrawn(3);
    assertThat(pointsOf(variant, true)).isEqualTo(all);
  }

  /** Points of a variant, or of all others, in all charts. */
  private static long pointsOf(String variant, boolean own) {
    return browser.count(
        """
        const [selector, variant, own] = arguments;
        return [...document.querySelectorAll(selector)]
            .filter((path) => (path.__data__.datum.variant === variant) === own).length
        """,
        POINTS,
        variant,
        own);
  }

  @Test
  void hasRoomOnAPhone() {
    show(page, 390, 844);
    assertThat(overflow()).isZero();
    assertThat(
            browser.count(
                """
                return [...document.querySelectorAll(".drawing svg")]
                    .filter((svg) => svg.getBoundingClientRect().right > 390).length
                """))
        .isZero();
  }

  /** By how many pixels the page is wider than its window. */
  private static long overflow() {
    return browser.count(
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  @Test
  void showsHostileTextAsText() throws Exception {
    Path hostile = folder.resolve("hostile.html");
    List<Report> reports = HostileRun.reports();
    Files.writeString(hostile, Page.html(reports));
    browser.complaints();
    show(hostile, 1400, 1000);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.count("return window.hostile === undefined ? 0 : 1")).isZero();
    assertThat(browser.elements("img, iframe, b")).isZero();
    String text = (String) browser.evaluate("return document.body.textContent");
    assertThat(text).contains(HostileRun.TEXTS);
    browser.resize(390, 844);
    browser.waitUntilDrawn(2);
    assertThat(overflow()).isZero();
  }

  /** What can be seen of one page, which stays as it is. */
  @Nested
  class InLight {
    private static List<String> complaints = List.of();
    private static List<String> requests = List.of();

    @BeforeAll
    static void openPage() {
      browser.complaints();
      browser.requests();
      show(page, 1400, 1000);
      complaints = browser.complaints();
      requests = browser.requests();
    }

    @Test
    void opensWithoutAMessageOrARequestBesideItself() {
      assertThat(complaints).isEmpty();
      assertThat(requests).containsOnly(page.toUri().toString());
    }

    @Test
    void drawsEveryMarkOfEveryChart() throws Exception {
      JsonNode charts =
          new ObjectMapper()
              .readTree(
                  (String)
                      browser.evaluate("return document.getElementById('charts').textContent"));
      assertThat(charts).hasSize(10);
      for (JsonNode chart : charts) {
        new DrawnMarks(browser, chart).check();
      }
    }

    @Test
    void specificationsCompileWithoutAWarning() {
      String warnings =
          """
          const warnings = [];
          const note = (...texts) => { warnings.push(texts.join(" ")); return logger; };
          const logger = {level: () => logger, error: note, warn: note, info: () => logger,
              debug: () => logger};
          for (const chart of JSON.parse(document.getElementById("charts").textContent)) {
            vegaLite.compile(chart.specification, {logger});
          }
          return warnings;
          """;
      assertThat((List<?>) browser.evaluate(warnings)).isEmpty();
    }

    @Test
    void showsExactValuesAtThePointer() {
      WebElement point =
          browser.element("#chart-1-resident-set-drawing" + POINTS + ":nth-child(8)");
      long kib = browser.count("return arguments[0].__data__.datum.value", point);
      String value = String.format(Locale.ROOT, "%,d", kib);
      WebElement tooltip = browser.element("#tooltip");
      browser.pointAt(point, tooltip, value);
      assertThat(tooltip.getText()).contains("Resident set, KiB", value, "Cycle");
      browser.press(Keys.ESCAPE);
      browser.awaitHidden(tooltip);
      assertThat(tooltip.isDisplayed()).isFalse();
    }

    @Test
    void savesTheSeriesByteForByte() throws Exception {
      String name = "series.csv";
      try (WatchService watcher = browser.downloads().getFileSystem().newWatchService()) {
        browser.downloads().register(watcher, ENTRY_CREATE, ENTRY_MODIFY);
        browser.element("button[data-name='" + name + "']").click();
        awaitCreation(watcher, name);
      }
      assertThat(Files.readAllBytes(browser.downloads().resolve(name)))
          .isEqualTo(SeriesCsv.text(SampleRun.run().forks()).getBytes(UTF_8));
    }

    @Test
    void isLightWhereThatIsPreferred() {
      assertThat(browser.evaluate(COLOURS)).isEqualTo("rgb(255, 255, 255) #525b66");
    }

    @Test
    void isAccessibleInLight() throws Exception {
      assertThat(browser.accessibilityViolations(axe(), "tag", LEVELS_A_AND_AA)).isEmpty();
    }
  }

  /** A download gets its name when it is complete; until then there may be an empty file. */
  private static void awaitCreation(WatchService watcher, String name) throws Exception {
    while (true) {
      WatchKey key = watcher.poll(120, TimeUnit.SECONDS);
      assertThat(key).as("a file called " + name).isNotNull();
      for (WatchEvent<?> event : Objects.requireNonNull(key).pollEvents()) {
        if (String.valueOf(event.context()).equals(name)
            && isFilled(browser.downloads().resolve(name))) {
          return;
        }
      }
      key.reset();
    }
  }

  private static boolean isFilled(Path file) throws IOException {
    try {
      return Files.size(file) > 0;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** The same page after the system has become dark. */
  @Nested
  class InDark {
    @BeforeAll
    static void openPage() {
      show(page, 1400, 1000);
      browser.preferColours("dark");
      browser.waitUntilDrawn(2);
    }

    @Test
    void isDarkWhereThatIsPreferred() {
      assertThat(browser.evaluate(COLOURS)).isEqualTo("rgb(20, 24, 29) #a7b1bc");
    }

    @Test
    void isAccessibleInDark() throws Exception {
      assertThat(browser.accessibilityViolations(axe(), "rule", RULES_OF_COLOURS)).isEmpty();
    }
  }

  private static String axe() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ReportPageTest.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
