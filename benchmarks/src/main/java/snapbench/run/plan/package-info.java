/** What will be measured, decided before the first measurement. No input or output. */
@NullMarked
package snapbench.run.plan;

import org.jspecify.annotations.NullMarked;
