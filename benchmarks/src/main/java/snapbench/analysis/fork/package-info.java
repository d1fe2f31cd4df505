/** What is known of one fork: its series and their verdicts, and whose memory it is that grew. */
@NullMarked
package snapbench.analysis.fork;

import org.jspecify.annotations.NullMarked;
