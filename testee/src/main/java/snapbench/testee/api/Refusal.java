package snapbench.testee.api;

/**
 * The body of every answer that is not a success.
 *
 * @param unsupported whether this driver cannot do what was asked (HTTP 501); otherwise the request
 *     was wrong or the cycle failed
 * @param reason one line
 */
public record Refusal(boolean unsupported, String reason) {}
