/**
 * How two cells compare: which forks are compared with which, ratios with their intervals, and one
 * word for each.
 */
@NullMarked
package snapbench.analysis.comparison;

import org.jspecify.annotations.NullMarked;
