/** Statistics that know numbers and arrays only, each with its source. */
@NullMarked
package snapbench.analysis.stats;

import org.jspecify.annotations.NullMarked;
