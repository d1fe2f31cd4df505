package snapbench.analysis;

/**
 * Two contenders that are alike but for what is compared.
 *
 * @param reference the one that is compared with
 * @param candidate the one that is judged
 */
public record Pair(Contender reference, Contender candidate) {}
