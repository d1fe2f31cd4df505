/** What whoever reads files and options does when they are damaged. */
@NullMarked
package snapbench.self.chaos;

import org.jspecify.annotations.NullMarked;
