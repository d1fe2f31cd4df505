/** What can be wrong with an answer. */
@NullMarked
package snapbench.self.chaos.fault;

import org.jspecify.annotations.NullMarked;
