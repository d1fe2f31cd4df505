/** Benchmarks as other projects have them: what reports on their results are tested with. */
@NullMarked
package org.example.other;

import org.jspecify.annotations.NullMarked;
