/** JMH's own results, read from its JSON. */
@NullMarked
package snapbench.results.jmh;

import org.jspecify.annotations.NullMarked;
