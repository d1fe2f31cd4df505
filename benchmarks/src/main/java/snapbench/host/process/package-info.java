/** What the kernel tells of a process other than ours. */
@NullMarked
package snapbench.host.process;

import org.jspecify.annotations.NullMarked;
