/** Tests of what is read from the machine: parsers on captured text, readers on live processes. */
@NullMarked
package snapbench.host;

import org.jspecify.annotations.NullMarked;
