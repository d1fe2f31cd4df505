/**
 * The plan of a run (pure: which cells, in which order, how many forks) and the loop that hands
 * each cell and fork to JMH, saves after each, and merges them into one result in JMH's own format.
 */
@NullMarked
package snapbench.run;

import org.jspecify.annotations.NullMarked;
