/** Time that passes only by being waited for, so that hours take no time. */
export class VirtualClock {
  /** Milliseconds since the start. */
  nowMs = 0;

  pass(milliseconds: number): void {
    this.nowMs += milliseconds;
  }
}
