package snapbench.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Action;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.remote.http.ClientConfig;
import snapbench.host.process.ProcessEnd;
import snapbench.self.speed.Tool;

/** Debian's Chromium without a window and without a network, and what a test asks of it. */
final class Browser {
  private static final Tool CHROMIUM = new Tool("chromium", "chromium");
  private static final Tool DRIVER = new Tool("chromedriver", "chromium-driver");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** For what only a machine that hardly gets on does not do in time. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** For what a page may never do, and for processes that may never end. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Selenium warns that it has no bindings for so new a Chromium, which nothing here needs. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  /** Waits until the charts were drawn so many times since the page was opened. */
  private static final String UNTIL_DRAWN =
      """
      const [times, done] = arguments;
      const root = document.documentElement;
      const check = () => Number(root.dataset.drawn ?? 0) >= times
          && root.dataset.charts === "drawn" && (observer.disconnect(), done(true));
      const observer = new MutationObserver(check);
      observer.observe(root, {attributes: true});
      check();
      """;

  /** Waits until the event of the scrolling, which comes with a frame, is over. */
  private static final String SCROLL =
      """
      const [element, done] = arguments;
      element.scrollIntoView({behavior: "instant", block: "center"});
      requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
      """;

  private static final String RUN_AXE =
      """
      const [runOnly, done] = arguments;
      const options = {runOnly, resultTypes: ["violations"], selectors: false};
      axe.run(document, options).then(
          (results) => done(results.violations.map((violation) => violation.id + ": "
              + violation.nodes.map((node) => node.html.slice(0, 200)).join(" | "))),
          (error) => done([String(error)]));
      """;

  private final ChromeDriverService service;
  private final ChromeDriver driver;
  private final Path downloads;

  private Browser(ChromeDriverService service, ChromeDriver driver, Path downloads) {
    this.service = service;
    this.driver = driver;
    this.downloads = downloads;
  }

  /**
   * Starts it; the test is skipped where it is not installed.
   *
   * @param folder an empty folder for its profile and for what it saves
   */
  static Browser start(Path folder) throws IOException {
    Path chromium = installed(CHROMIUM);
    Path chromeDriver = installed(DRIVER);
    SELENIUM.setLevel(Level.SEVERE);
    Path downloads = Files.createDirectory(folder.resolve("downloads"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromeDriver.toFile())
            .usingAnyFreePort()
            .withTimeout(PATIENCE)
            .build();
    ClientConfig client = ClientConfig.defaultConfig().readTimeout(PATIENCE.plusMinutes(1));
    ChromeDriver driver = new ChromeDriver(service, options(chromium, folder, downloads), client);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    Browser browser = new Browser(service, driver, downloads);
    browser.command("Network.enable", Map.of());
    browser.command(
        "Network.emulateNetworkConditions",
        Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
    return browser;
  }

  private static Path installed(Tool tool) {
    Optional<Path> path = tool.find();
    Assumptions.assumeTrue(path.isPresent(), tool.need());
    return path.orElseThrow();
  }

  private static ChromeOptions options(Path chromium, Path folder, Path downloads) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--window-size=1400,1000",
        "--user-data-dir=" + folder.resolve("profile"));
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads.toString()));
    options.setExperimentalOption("browserStartupTimeout", PATIENCE.toMillis());
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
    return options;
  }

  /** Opens a page from disk and waits until its charts are drawn. */
  void open(Path page) {
    driver.get(page.toUri().toString());
    waitUntilDrawn(1);
  }

  void waitUntilDrawn(int times) {
    driver.executeAsyncScript(UNTIL_DRAWN, times);
  }

  /** What a script returns. */
  Object evaluate(String script, Object... arguments) {
    return Objects.requireNonNull(driver.executeScript(script, arguments), script);
  }

  long count(String script, Object... arguments) {
    return ((Number) evaluate(script, arguments)).longValue();
  }

  /** How many elements a selector finds. */
  long elements(String selector) {
    return count("return document.querySelectorAll(arguments[0]).length", selector);
  }

  WebElement element(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Moves the pointer onto an element, and off and on again until another one shows a text. */
  void pointAt(WebElement element, WebElement other, String text) {
    driver.executeAsyncScript(SCROLL, element);
    Action toAndFro =
        new Actions(driver, Duration.ZERO)
            .moveToElement(element, 1, 0)
            .moveToElement(element)
            .build();
    await(() -> other.getText().contains(text), toAndFro::perform);
  }

  void awaitHidden(WebElement element) {
    await(() -> !element.isDisplayed(), () -> {});
  }

  private static void await(BooleanSupplier condition, Runnable otherwise) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean() && System.nanoTime() - start < LIMIT.toNanos()) {
      otherwise.run();
    }
  }

  void press(CharSequence key) {
    new Actions(driver).sendKeys(key).perform();
  }

  /** A command of the DevTools protocol. */
  void command(String name, Map<String, Object> parameters) {
    driver.executeCdpCommand(name, parameters);
  }

  void preferColours(String scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void resize(int width, int height) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Messages on the console since it was asked last, warnings and worse. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::toString)
        .toList();
  }

  /** Addresses requested since it was asked last. */
  List<String> requests() {
    List<String> addresses = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get("performance").getAll()) {
      JsonNode message = parsed(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        addresses.add(message.at("/params/request/url").asText());
      }
    }
    return addresses;
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What axe-core finds against some of its rules.
   *
   * @param type what chooses the rules: tag or rule
   */
  List<String> accessibilityViolations(String axe, String type, List<String> values) {
    driver.executeScript(axe);
    Map<String, Object> runOnly = Map.of("type", type, "values", values);
    List<String> found = new ArrayList<>();
    for (Object violation :
        (List<?>) Objects.requireNonNull(driver.executeAsyncScript(RUN_AXE, runOnly))) {
      found.add(String.valueOf(violation));
    }
    return found;
  }

  /** Where files are saved. */
  Path downloads() {
    return downloads;
  }

  /** Ends it, and waits for its processes: some write into the profile to the last. */
  void close() throws InterruptedException {
    List<ProcessHandle> processes = processes();
    driver.quit();
    service.stop();
    for (ProcessHandle process : processes) {
      ProcessEnd.await(process, LIMIT);
    }
  }

  private static List<ProcessHandle> processes() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").contains("chrom"))
        .toList();
  }
}
