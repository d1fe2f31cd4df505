/**
 * The work that is measured: one cycle takes a snapshot, checks it, dumps or queries it, and
 * disposes of it, on one of the worker threads that live as long as the testee and take turns.
 */
@NullMarked
package snapbench.testee.cycle;

import org.jspecify.annotations.NullMarked;
