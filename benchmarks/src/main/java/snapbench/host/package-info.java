/**
 * What the machine says of itself and of its processes. The only package that reads {@code /proc},
 * {@code /sys} and control groups or looks for installed tools. What cannot be read is "unknown" or
 * NaN, so that everything here also works, with less to say, on systems other than Linux.
 */
@NullMarked
package snapbench.host;

import org.jspecify.annotations.NullMarked;
