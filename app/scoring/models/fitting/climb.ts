import { curvatureAt } from "./curvature.ts";
import { learnCurvature } from "./learn-curvature.ts";
import { solvePositive } from "./solve-positive.ts";

/** A value to be made as large as possible; writes its gradient into the second argument. */
export type Objective = (theta: readonly number[], gradient: Float64Array) => number;

export interface Summit {
  theta: number[];
  value: number;
  gradient: Float64Array;
  /** −∂²/∂θ² there, or near there: what a similar problem can start from. */
  curvature: number[][];
  /** Coordinates that ended at a bound. */
  atBound: boolean[];
}

export interface Bounds {
  least: readonly number[];
  most: readonly number[];
}

export interface ClimbSettings extends Bounds {
  start: readonly number[];
  mostRounds: number;
  /** −∂²/∂θ² of a similar problem, used for the first rounds instead of working it out. */
  curvature?: number[][];
}

export interface Place {
  theta: number[];
  gradient: Float64Array;
  value: number;
}

/** Longest step in a logarithm: a factor of about seven. */
const longestStep = 2;
/** A likelihood that would grow by less than this is at its top; its own rounding is added. */
const leastGain = 1e-10;
const roundingShare = 1e-14;
/** On a ridge that rises for ever each round gains less: so many rounds that gain so little together have no end. */
const creepingRounds = 6;
const creepingGain = 1e-7;
/** So many rounds with a borrowed curvature, which learns from each step; three or four are usual. */
const borrowedRounds = 10;
const firstDamping = 1e-4;
const mostDamping = 1e10;

/**
 * Climbs to a maximum by Newton's method with a damping (Levenberg–Marquardt) that grows until a step goes up, within
 * bounds. Second derivatives are differences of the analytic gradient. On a ridge, where a parameter runs to 0 or to
 * infinity and the likelihood hardly changes, the damping keeps the steps finite and the bounds end the run.
 */
export function climb(objective: Objective, settings: ClimbSettings): Summit {
  let place = lookAt(objective, clip(settings.start, settings));
  let damping = firstDamping;
  let curvature = settings.curvature;
  let borrowed = curvature === undefined ? 0 : borrowedRounds;
  let [milestone, milestoneRound] = [place.value, 0];
  for (let round = 0; round < settings.mostRounds; round++) {
    if (curvature === undefined || borrowed === 0) {
      curvature = curvatureAt(objective, place.theta);
    } else borrowed--;
    const free = freeCoordinates(place, settings);
    const step = solvePositive(curvature, place.gradient, free, 0);
    const noise = leastGain + roundingShare * Math.abs(place.value);
    if (place.value - milestone > creepingGain + noise)
      [milestone, milestoneRound] = [place.value, round];
    else if (round - milestoneRound >= creepingRounds) break;
    if (step !== null && gainOf(step, place.gradient) < noise) {
      // The last step is too small to be seen in the value, but it doubles the parameters' right digits.
      const last = lookAt(objective, clip(sumOf(place.theta, step, 1), settings));
      if (last.value >= place.value - noise) place = last;
      break;
    }
    const next = stepUp(objective, place, curvature, free, damping, settings);
    if (next !== null) {
      if (borrowed > 0) curvature = learnCurvature(curvature, place, next.place);
      place = next.place;
      damping = next.damping;
    } else if (borrowed > 0) borrowed = 0;
    else break;
  }
  const { least, most } = settings;
  return {
    theta: place.theta,
    value: place.value,
    gradient: place.gradient,
    curvature: curvature ?? [],
    atBound: place.theta.map(
      (one, index) => one <= (least[index] ?? -Infinity) || one >= (most[index] ?? Infinity),
    ),
  };
}

function lookAt(objective: Objective, theta: number[]): Place {
  const gradient = new Float64Array(theta.length);
  return { theta, gradient, value: objective(theta, gradient) };
}

/** The first step that goes up, more damped from one attempt to the next; null when there is none. */
function stepUp(
  objective: Objective,
  place: Place,
  curvature: number[][],
  free: readonly boolean[],
  damping: number,
  bounds: Bounds,
): { place: Place; damping: number } | null {
  for (let strength = damping; strength < mostDamping; strength = Math.max(1e-6, strength * 6)) {
    const step = solvePositive(curvature, place.gradient, free, strength);
    if (step === null) continue;
    const longest = Math.max(...step.map(Math.abs));
    const scale = longest > longestStep ? longestStep / longest : 1;
    const next = lookAt(objective, clip(sumOf(place.theta, step, scale), bounds));
    if (next.value > place.value) {
      const isAsPredicted = next.value - place.value > 0.5 * scale * gainOf(step, place.gradient);
      return { place: next, damping: isAsPredicted ? Math.max(1e-9, strength / 10) : strength };
    }
  }
  return null;
}

function sumOf(theta: readonly number[], step: readonly number[], scale: number): number[] {
  return theta.map((one, index) => one + scale * (step[index] ?? 0));
}

/** What a step would gain on the parabola that it aims at the top of. */
function gainOf(step: readonly number[], gradient: Float64Array): number {
  return step.reduce((sum, one, index) => sum + 0.5 * one * (gradient[index] ?? 0), 0);
}

/** All but those at a bound that the way up leads out of. */
function freeCoordinates({ theta, gradient }: Place, { least, most }: Bounds): boolean[] {
  return theta.map((one, index) => {
    const slope = gradient[index] ?? 0;
    const isHeldBelow = one <= (least[index] ?? -Infinity) && slope < 0;
    const isHeldAbove = one >= (most[index] ?? Infinity) && slope > 0;
    return !isHeldBelow && !isHeldAbove;
  });
}

function clip(theta: readonly number[], { least, most }: Bounds): number[] {
  return theta.map((one, index) =>
    Math.min(most[index] ?? one, Math.max(least[index] ?? one, one)),
  );
}
