/**
 * What follows from the numbers of a run: comparison, with how sure it is. Pure functions on what
 * {@code results} read: no input or output, no clock, no JMH.
 */
@NullMarked
package snapbench.analysis;

import org.jspecify.annotations.NullMarked;
