/** A saved customer segment. Who belongs to it is computed when asked, never stored. */
export type Segment = {
  readonly gidType: "Segment";
  readonly id: number;
  name: string;
  query: string;
  readonly createdAtMs: number;
  updatedAtMs: number;
};
