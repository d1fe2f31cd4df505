/**
 * Whether one series grows: how it is prepared, one class for the rule of each verdict ({@code
 * FlatRule}, {@code PlateauRule}, {@code GrowthRule}), and why.
 */
@NullMarked
package snapbench.analysis.verdict;

import org.jspecify.annotations.NullMarked;
