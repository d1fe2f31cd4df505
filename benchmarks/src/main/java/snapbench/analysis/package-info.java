/**
 * What follows from the numbers of a run, with how sure it is: whether memory grows, whose it is,
 * and how runs compare. Pure functions on what {@code results} read: no input or output, no clock,
 * no JMH.
 */
@NullMarked
package snapbench.analysis;

import org.jspecify.annotations.NullMarked;
