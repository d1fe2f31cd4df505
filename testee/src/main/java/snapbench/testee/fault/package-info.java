/**
 * Planted leaks: what a faulty service would leave behind in a cycle, left behind on purpose, so
 * that it can be shown that it is found. Nothing of this package is loaded unless one is asked for.
 */
@NullMarked
package snapbench.testee.fault;

import org.jspecify.annotations.NullMarked;
