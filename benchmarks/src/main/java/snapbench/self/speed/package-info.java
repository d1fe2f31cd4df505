/** How fast this project itself is, beside other tools. */
@NullMarked
package snapbench.self.speed;

import org.jspecify.annotations.NullMarked;
