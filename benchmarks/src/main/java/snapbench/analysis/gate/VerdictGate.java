package snapbench.analysis.gate;

import java.util.List;
import snapbench.analysis.fork.CellJudgement;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.fork.JudgedForks;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Verdict;

/**
 * A verdict that no cell must get, such as {@code GROWING}: on its resident set, descriptors or
 * threads. Undecided on what was not read.
 *
 * @param unwanted the verdict
 */
record VerdictGate(Verdict unwanted) implements Gate {

  @Override
  public List<Check> check(Measured measured) {
    return measured.ofEachCell(
        this,
        (about, cell) ->
            ForkSeries.quantities().stream().map(quantity -> check(about, cell, quantity)));
  }

  private Check check(String about, JudgedForks cell, Quantity quantity) {
    CellJudgement judgement = cell.judgement(quantity);
    State state = judgement.verdict() == unwanted ? State.CROSSED : State.KEPT;
    return new Check(
        cell.hasSeries(quantity) ? state : State.UNDECIDED,
        about + ", " + quantity.name() + ": " + judgement.reason());
  }

  @Override
  public String toString() {
    return unwanted.name();
  }
}
