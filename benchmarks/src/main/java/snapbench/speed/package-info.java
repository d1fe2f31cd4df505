/**
 * The project's own speed, as ratios that anyone can repeat: fill and dump beside the {@code
 * sqlite3} command, snapshots beside a copy of as many bytes, readings beside {@code ps} and {@code
 * lsof}, the JVM testee beside the control in C; all measured in turns, in one run.
 */
@NullMarked
package snapbench.speed;

import org.jspecify.annotations.NullMarked;
