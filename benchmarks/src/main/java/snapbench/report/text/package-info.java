/** Numbers and words as reports write them. */
@NullMarked
package snapbench.report.text;

import org.jspecify.annotations.NullMarked;
