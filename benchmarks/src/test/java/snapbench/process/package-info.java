@NullMarked
package snapbench.process;

import org.jspecify.annotations.NullMarked;
