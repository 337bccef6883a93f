const nodeCount = 6;

/** Chebyshev nodes in (0, 1). */
const nodes = Array.from(
  { length: nodeCount },
  (_, index) => 0.5 + 0.5 * Math.cos((Math.PI * (index + 0.5)) / nodeCount),
);

/** Coefficients by power of s of the polynomial that is 1 at one node and 0 at the others. */
const basis = nodes.map((node, index) => {
  let coefficients = [1];
  for (const [other, root] of nodes.entries()) {
    if (other === index) continue;
    const next = Array.from({ length: coefficients.length + 1 }, () => 0);
    for (const [power, value] of coefficients.entries()) {
      next[power] = (next[power] ?? 0) - (value * root) / (node - root);
      next[power + 1] = (next[power + 1] ?? 0) + value / (node - root);
    }
    coefficients = next;
  }
  return coefficients;
});

/**
 * Weights for ∫₀¹ s^(power − 1) f(s) ds at six fixed nodes: f is replaced by the polynomial through its values, whose
 * integral against the power is exact for any power > 0, however singular.
 *
 * Example: power 0.5, f = 1 + s → 2 + 2/3.
 */
export function buildTailRule(power: number): number[] {
  return basis.map((coefficients) =>
    coefficients.reduce((sum, value, degree) => sum + value / (power + degree), 0),
  );
}

export function integrateTail(rule: readonly number[], f: (s: number) => number): number {
  return rule.reduce((sum, weight, index) => sum + weight * f(nodes[index] ?? 0), 0);
}
