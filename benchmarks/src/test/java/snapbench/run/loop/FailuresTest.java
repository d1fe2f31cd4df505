package snapbench.run.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static String reason(String tail) {
    return Failures.reason(new IllegalStateException("exit code 1"), tail.lines().toList());
  }

  @Test
  void isTheCauseAloneWhereTheForkSaidNothing() {
    Exception failure = new RuntimeException(new IllegalArgumentException("no such value\nat all"));
    assertThat(Failures.reason(failure, List.of("", "  ")))
        .isEqualTo("IllegalArgumentException: no such value");
  }

  @Test
  void endsWithTheForksLastWords() {
    assertThat(reason("# testee: ready\n# testee: filled\nfatal: out of luck\n\n"))
        .isEqualTo("exit code 1: fatal: out of luck");
  }

  @Test
  void passesOverFramesOfAStackTrace() {
    assertThat(
            reason(
                """
                WARNING: something is deprecated
                Exception in thread "main" java.lang.IllegalStateException: closed
                \tat a.B.c(B.java:1)
                Caused by: java.io.IOException: No space left on device
                \tat a.B.d(B.java:2)
                \t... 12 more
                """))
        .isEqualTo("exit code 1: Caused by: java.io.IOException: No space left on device");
  }

  @Test
  void passesOverWhatAJvmSaysInAnyCase() {
    assertThat(
            reason(
                """
                Invalid maximum heap size: -Xmx1
                Error: Could not create the Java Virtual Machine.
                Error: A fatal exception has occurred. Program will exit.
                """))
        .isEqualTo("exit code 1: Invalid maximum heap size: -Xmx1");
  }

  @Test
  void namesTheSignalOfACrash() {
    assertThat(
            reason(
                """
                #
                # A fatal error has been detected by the Java Runtime Environment:
                #
                #  SIGSEGV (0xb) at pc=0x00007f, pid=1, tid=2
                #
                # If you would like to submit a bug report, please visit:
                #   https://bugreport.java.com/bugreport/crash.jsp
                #
                """))
        .isEqualTo("exit code 1: SIGSEGV (0xb) at pc=0x00007f, pid=1, tid=2");
  }
}
