package snapbench.testee.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.testee.api.Leak.Kind;

class LeakTest {
  @ParameterizedTest
  @CsvSource({
    "none,NONE,0,1",
    "connection,CONNECTION,0,1",
    "statement:3,STATEMENT,0,3",
    "fd:10,FD,0,10",
    "thread:999999,THREAD,0,999999",
    "heap:1,HEAP,1,1",
    "direct:64k,DIRECT,65536,1",
    "native:1024m,NATIVE,1073741824,1",
    "native:1%,NATIVE,2000,1",
    "native:0.25%,NATIVE,500,1",
    "direct:100%,DIRECT,200000,1",
    "heap:0.000001%,HEAP,1,1"
  })
  void saysHowMuchLeaksAndHowOften(String text, Kind kind, long bytes, int every) {
    Leak leak = Leak.of(text);
    assertThat(leak.kind()).isEqualTo(kind);
    assertThat(leak.bytesPerCycle(200_000)).isEqualTo(bytes);
    assertThat(leak.every()).isEqualTo(every);
    assertThat(Leak.of(leak.toString())).isEqualTo(leak);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "some",
        "None",
        "none:1",
        "fd:",
        "fd:0",
        "fd:1.5",
        "fd:-1",
        "fd:64k",
        "thread:1000000",
        "heap",
        "heap:",
        "heap:0",
        "heap:-1",
        "heap:1g",
        "heap:1025m",
        "heap:64K",
        "native:0%",
        "native:101%",
        "native:%",
        "native:1 %",
        "native:99999999999",
        "connection:1:2"
      })
  void refusesTheRestAndNamesTheChoices(String text) {
    assertThat(Leak.isValid(text)).isFalse();
    assertThatThrownBy(() -> Leak.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("leak=" + text + " is not known; choose " + Leak.CHOICES);
  }
}
