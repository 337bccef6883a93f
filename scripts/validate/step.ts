export interface Step {
  /** One word, for the command line. */
  name: string;
  run: (stopping: AbortSignal) => Promise<StepResult>;
}

export type StepResult =
  /** `figures` are printed below the step. */
  | { kind: "passed"; figures?: string }
  /** `output` says what is wrong and where. */
  | { kind: "failed"; output: string };
