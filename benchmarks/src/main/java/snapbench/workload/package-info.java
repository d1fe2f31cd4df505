/**
 * The benchmarks and their states. They drive a forked testee, read it after every cycle outside
 * the timed part, and keep every cycle, warm-up included; each JMH subtlety is explained beside the
 * code that needs it.
 */
@NullMarked
package snapbench.workload;

import org.jspecify.annotations.NullMarked;
