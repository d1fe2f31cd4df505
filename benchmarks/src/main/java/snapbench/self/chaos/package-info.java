/** What becomes of the project's answers where what they depend on is damaged, ends or is full. */
@NullMarked
package snapbench.self.chaos;

import org.jspecify.annotations.NullMarked;
