/** What whoever reads files and options does when they are damaged. */
@NullMarked
package snapbench.self.chaos.input;

import org.jspecify.annotations.NullMarked;
