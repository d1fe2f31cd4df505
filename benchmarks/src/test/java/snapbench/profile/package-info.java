/** Tests of the profiler and its probes, against live processes. */
@NullMarked
package snapbench.profile;

import org.jspecify.annotations.NullMarked;
