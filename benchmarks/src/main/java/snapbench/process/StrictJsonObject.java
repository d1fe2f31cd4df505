package snapbench.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a JSON object that another program wrote: each is there and of its kind, or the
 * message says what came instead.
 *
 * @param object the object
 */
record StrictJsonObject(ObjectNode object) {
  private static final int SHOWN = 200;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Of which nothing is known. */
  static final StrictJsonObject EMPTY = new StrictJsonObject(MAPPER.createObjectNode());

  /** A field is missing or of another kind; or the text is no JSON object. */
  static final class WrongException extends IOException {
    private static final long serialVersionUID = 1L;

    WrongException(String message) {
      super(message);
    }
  }

  static StrictJsonObject parse(String line) throws WrongException {
    try {
      if (MAPPER.readTree(line) instanceof ObjectNode object) {
        return new StrictJsonObject(object);
      }
    } catch (JsonProcessingException e) {
      throw new WrongException("not a line of JSON: " + shortened(line));
    }
    throw new WrongException("not a JSON object: " + shortened(line));
  }

  /** A text for a message, cut where it is long. */
  static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** A whole number that is not negative. */
  long number(String name) throws WrongException {
    return number(name, object.path(name));
  }

  private static long number(String name, JsonNode value) throws WrongException {
    if (value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToLong()) {
      long number = value.longValue();
      if (number >= 0) {
        return number;
      }
    }
    throw wrong(name, "a whole number that is not negative", value);
  }

  /** A number that is not negative; NaN where the field is missing. */
  double numberOrUnknown(String name) throws WrongException {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Double.NaN;
    }
    if (value.isNumber() && value.doubleValue() >= 0) {
      return value.doubleValue();
    }
    throw wrong(name, "a number that is not negative", value);
  }

  String text(String name) throws WrongException {
    JsonNode value = object.path(name);
    if (!value.isTextual()) {
      throw wrong(name, "a text", value);
    }
    return value.textValue();
  }

  List<String> texts(String name) throws WrongException {
    JsonNode value = object.path(name);
    if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isTextual)) {
      throw wrong(name, "a list of texts", value);
    }
    return value.valueStream().map(JsonNode::textValue).toList();
  }

  Map<String, Long> numbers(String name) throws WrongException {
    JsonNode value = object.path(name);
    if (!value.isObject()) {
      throw wrong(name, "an object of numbers", value);
    }
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      numbers.put(each.getKey(), number(name + "." + each.getKey(), each.getValue()));
    }
    return numbers;
  }

  private static WrongException wrong(String name, String expected, JsonNode value) {
    String came = value.isMissingNode() ? "it is missing" : shortened(value.toString());
    return new WrongException("%s is to be %s: %s".formatted(name, expected, came));
  }
}
