/** Carries a plan out: a call of JMH's runner for each fork, and what becomes of it. */
@NullMarked
package snapbench.run.loop;

import org.jspecify.annotations.NullMarked;
