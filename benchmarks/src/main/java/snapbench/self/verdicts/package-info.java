/** How often verdicts are wrong: synthetic series whose future is known. */
@NullMarked
package snapbench.self.verdicts;

import org.jspecify.annotations.NullMarked;
