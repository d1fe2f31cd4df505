/** When enough has been measured. */
@NullMarked
package snapbench.run.decision;

import org.jspecify.annotations.NullMarked;
