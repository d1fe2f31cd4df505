package snapbench.check;

import static snapbench.check.BrokenContractException.require;
import static snapbench.check.BrokenContractException.requireEqual;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import snapbench.testee.api.Activity;

/** How a program answers lines that the harness would not send when it measures. */
record LineChecks(CheckedTestee checked) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ERROR = "error";
  private static final int FIRST_ID = 1_000_001;

  static List<Check> all() {
    return List.of(
        check("a line that is not JSON", ContractRule.ERROR, LineChecks::survivesNonsense),
        check("an unknown request", ContractRule.ERROR, LineChecks::refusesUnknownRequests),
        check("a cycle that is none", ContractRule.ERROR, LineChecks::refusesUnknownCycles),
        check("requests in a row", ContractRule.ORDER, LineChecks::answersInOrder),
        check("nothing else on stdout", ContractRule.STDOUT, LineChecks::printsNothingElse));
  }

  private static Check check(String name, ContractRule clause, Check.Body<LineChecks> body) {
    return Check.ofPrograms(name, clause, LineChecks::new, body);
  }

  private void survivesNonsense() throws IOException, InterruptedException {
    for (String line : List.of("{not json", "[]", "{\"id\":")) {
      JsonNode answer = answer(checked.lines().exchange(line, line));
      require(
          "error with the id null", answer.hasNonNull(ERROR) && !answer.hasNonNull("id"), answer);
    }
    goesOn();
  }

  private void refusesUnknownRequests() throws IOException, InterruptedException {
    requireError("\"request\":\"no such request\"");
    requireError("\"no request\":\"at all\"");
    goesOn();
  }

  private void refusesUnknownCycles() throws IOException, InterruptedException {
    String cycle = "\"request\":\"cycle\",\"snapshot\":\"%s\",\"activity\":\"%s\"";
    requireError(cycle.formatted("no such snapshot", Activity.NONE.label()));
    requireError(cycle.formatted(checked.usualSnapshot(), "no such activity"));
    requireError(cycle.formatted("none", "none"));
    goesOn();
  }

  private void requireError(String fields) throws IOException, InterruptedException {
    String line = "{\"id\":" + FIRST_ID + "," + fields + "}";
    JsonNode answer = answer(checked.lines().exchange(line, fields));
    require(
        "error with the id " + FIRST_ID + " for " + fields,
        answer.hasNonNull(ERROR) && answer.path("id").asInt() == FIRST_ID,
        answer);
  }

  /** Each begins with a cycle of its own: none of the others may have counted. */
  private void goesOn() throws IOException, InterruptedException {
    long cycle = checked.cycle(checked.usualSnapshot(), Activity.NONE.label()).cycle();
    requireEqual("cycle", 1L, cycle);
  }

  private void answersInOrder() throws IOException, InterruptedException {
    String cycle =
        "{\"id\":%d,\"request\":\"cycle\",\"snapshot\":\"%s\",\"activity\":\"none\"}"
            .formatted(FIRST_ID, checked.usualSnapshot());
    String memory = "{\"id\":%d,\"request\":\"memory\"}".formatted(FIRST_ID + 1);
    String collect = "{\"id\":%d,\"request\":\"collect\"}".formatted(FIRST_ID + 2);
    String what = "three requests in a row";
    String first = checked.lines().exchange(String.join("\n", cycle, memory, collect), what);
    List<String> lines =
        List.of(first, checked.lines().receive(what), checked.lines().receive(what));
    for (int i = 0; i < lines.size(); i++) {
      requireEqual(
          "answer " + (i + 1) + " of 3 with the id",
          FIRST_ID + i,
          answer(lines.get(i)).path("id").asInt());
    }
  }

  private void printsNothingElse() throws IOException, InterruptedException {
    checked.cycle(checked.usualSnapshot(), Activity.DUMP.label());
    checked.testee().collect();
    checked.requireSilence();
  }

  private static JsonNode answer(String line) throws BrokenContractException {
    try {
      JsonNode answer = MAPPER.readTree(line);
      require("a JSON object", answer.isObject(), line);
      return answer;
    } catch (JsonProcessingException e) {
      throw new BrokenContractException("a line of JSON", line);
    }
  }
}
