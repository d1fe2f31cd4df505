/**
 * The control testees, which are no JVM: the C and the Go program whose sources are packed into
 * benchmarks.jar, built with the compilers of this machine when they are first needed.
 */
@NullMarked
package snapbench.control;

import org.jspecify.annotations.NullMarked;
