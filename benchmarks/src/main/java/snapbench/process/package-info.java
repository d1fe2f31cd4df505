/**
 * Starts a testee, awaits that it is ready, talks to it and stops it; the tail of its output is in
 * every failure. The only door between the two processes.
 */
@NullMarked
package snapbench.process;

import org.jspecify.annotations.NullMarked;
