/**
 * The JMH profiler {@code process} and the probes it rests on: resident memory, descriptors and
 * threads of the testee, read from outside of it, with their peaks, and the one table of all
 * metrics. The only package that uses OSHI.
 */
@NullMarked
package snapbench.profile;

import org.jspecify.annotations.NullMarked;
