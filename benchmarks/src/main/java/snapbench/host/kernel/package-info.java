/**
 * What the kernel tells of the machine: files below {@code /proc}, {@code /sys} and control groups,
 * read and parsed.
 */
@NullMarked
package snapbench.host.kernel;

import org.jspecify.annotations.NullMarked;
