@NullMarked
package snapbench.workload;

import org.jspecify.annotations.NullMarked;
