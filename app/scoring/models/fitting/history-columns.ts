/** Many customers' histories as columns of equal length; times in one unit, counted from each customer's first order. */
export interface HistoryColumns {
  /** x: orders after the first, whole numbers. */
  repeats: ArrayLike<number>;
  /** t_x: time of the last order. */
  lastAt: ArrayLike<number>;
  /** T: time observed. */
  observed: ArrayLike<number>;
  /** Sum of ln(gap) over each customer's gaps, 0 without repeats. Only the search for k needs it. */
  logGaps?: ArrayLike<number>;
}
