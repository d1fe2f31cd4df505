/** What measures: benchmarks with the options of JMH and ours. */
@NullMarked
package snapbench.cli.measure;

import org.jspecify.annotations.NullMarked;
