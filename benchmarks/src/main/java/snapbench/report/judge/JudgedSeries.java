package snapbench.report.judge;

import snapbench.analysis.verdict.Judgement;

/**
 * A series of a file with its verdict.
 *
 * @param column its heading
 * @param columnUnit unit in the file; empty if unknown
 * @param judgement the verdict, whose quantity has the unit in which it was judged
 */
public record JudgedSeries(String column, String columnUnit, Judgement judgement) {}
