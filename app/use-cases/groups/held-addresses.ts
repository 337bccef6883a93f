import { randomUUID } from "node:crypto";
import { dropAddresses, holdAddresses } from "../../persistence/member-imports.ts";
import type { App } from "../app.ts";
import type { FileMember } from "./read-member-file.ts";

export interface HeldAddress {
  line: number;
  email: string;
}

export interface HeldAddresses {
  readonly importId: string;
  readonly count: number;
  /** There are more than fit into memory's share: all of them are in the database, encrypted. */
  readonly isTooMany: boolean;
  /** While they are few. */
  readonly addresses: readonly HeldAddress[];
  take(members: readonly FileMember[]): Promise<void>;
  /** The file is none: forgets them all. */
  drop(): Promise<void>;
}

/** The addresses of a file as it is read: up to `most` in memory, more of them encrypted in the database. */
export function createHeldAddresses(app: App, shop: string, most: number): HeldAddresses {
  const place = { shop, id: randomUUID() };
  let waiting: HeldAddress[] = [];
  let count = 0;
  let isTooMany = false;
  return {
    importId: place.id,
    get count() {
      return count;
    },
    get isTooMany() {
      return isTooMany;
    },
    get addresses() {
      return waiting;
    },
    async take(members) {
      const addresses = members.flatMap((each) => ("email" in each ? [each] : []));
      count += addresses.length;
      waiting.push(...addresses);
      if (waiting.length <= most && !isTooMany) return;
      isTooMany = true;
      const sealed = waiting.map(({ line, email }) => ({ line, sealed: app.seal.encrypt(email) }));
      waiting = [];
      await holdAddresses(app.db, place, sealed);
    },
    async drop() {
      waiting = [];
      if (isTooMany) await dropAddresses(app.db, place);
    },
  };
}
