/** What a run leaves whose processes are killed or stopped, or that has too little of something. */
@NullMarked
package snapbench.self.chaos.run;

import org.jspecify.annotations.NullMarked;
