/** The sentences that a report begins with: what grew, by whose fault, what stops it. */
@NullMarked
package snapbench.report.headline;

import org.jspecify.annotations.NullMarked;
