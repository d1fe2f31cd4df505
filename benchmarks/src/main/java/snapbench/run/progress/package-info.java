/** What is measured at the moment, and how long the rest takes. */
@NullMarked
package snapbench.run.progress;

import org.jspecify.annotations.NullMarked;
