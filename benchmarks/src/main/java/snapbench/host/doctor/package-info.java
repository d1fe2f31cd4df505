/** Whether a machine is fit to measure: a class for each check, and what they find. */
@NullMarked
package snapbench.host.doctor;

import org.jspecify.annotations.NullMarked;
