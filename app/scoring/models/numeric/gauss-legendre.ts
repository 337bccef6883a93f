/** Nodes in (−1, 1) and weights of a Gauss–Legendre rule; it is exact for polynomials up to degree 2 · nodes − 1. */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The rule with `count` nodes. The nodes are the roots of the Legendre polynomial, found by Newton's method from the
 * usual cosine guess (Abramowitz & Stegun 25.4.29).
 *
 * Example: with two nodes ±1/√3, each of weight 1.
 */
export function buildGaussLegendre(count: number): QuadratureRule {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    let node = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
    let slope = 1;
    // Newton doubles the right digits each time; six rounds from a guess good to three are more than enough.
    for (let round = 0; round < 6; round++) {
      let [previous, value] = [1, node];
      for (let degree = 2; degree <= count; degree++) {
        const next = ((2 * degree - 1) * node * value - (degree - 1) * previous) / degree;
        [previous, value] = [value, next];
      }
      slope = (count * (node * value - previous)) / (node * node - 1);
      node -= value / slope;
    }
    nodes[index] = node;
    weights[index] = 2 / ((1 - node * node) * slope * slope);
  }
  return { nodes, weights };
}

/** Sixteen nodes: full double precision on a panel in which the logarithm changes by about ten. */
export const gaussLegendre16 = buildGaussLegendre(16);
