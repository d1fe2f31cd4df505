/** How often comparisons are wrong: simulated, and on this machine with real forks. */
@NullMarked
package snapbench.self.comparison;

import org.jspecify.annotations.NullMarked;
