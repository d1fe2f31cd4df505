package org.example.other;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A benchmark of another project, in all modes of JMH's and with its allocation profiler. {@code
 * report/parser.json} is what it left: {@code -prof gc -rf json}.
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.Throughput, Mode.AverageTime, Mode.SampleTime, Mode.SingleShotTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 1, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ParserBenchmark {
  /** What is parsed. */
  @Param({"1,2,3", "<a b=\"c\">"})
  public String text = "";

  /** How often it is repeated. */
  @Param({"10", "100"})
  public int repeats;

  /** Splits a text. */
  @Benchmark
  public String[] parse() {
    return text.repeat(repeats).split(",", -1);
  }
}
