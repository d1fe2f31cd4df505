/** Tests of the controls: real compilers, real programs, real databases. */
@NullMarked
package snapbench.control;

import org.jspecify.annotations.NullMarked;
