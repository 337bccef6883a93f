/** A value an app or the merchant attached to an object. `namespace` is already expanded (`app--<id>`). */
export type Metafield = {
  readonly id: number;
  readonly namespace: string;
  readonly key: string;
  type: string;
  value: string;
  readonly createdAtMs: number;
  updatedAtMs: number;
};
