/** How often verdicts are wrong on this machine: forks with planted leaks, and without. */
@NullMarked
package snapbench.self.calibration;

import org.jspecify.annotations.NullMarked;
