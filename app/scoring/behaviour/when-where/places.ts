import type { Baskets } from "../baskets.ts";
import { compareKeys } from "../compare-keys.ts";
import type { Labelling, Period } from "./labelling.ts";
import type { ShareRange } from "./share-range.ts";
import { shareRangeOf } from "./share-range.ts";

export type PlaceDimension = "country" | "channel" | "source";

/** Shares of fewer orders than this are not worth a comparison. */
const leastOrders = 20;

/** What came from one country, channel or source. */
export type Place = {
  name: string;
  orders: number;
  /** With an order from there; somebody may be in two places. */
  customers: number;
  netMinor: number;
  /** Of the orders whose place is known. */
  share: ShareRange;
  /** 100 = as large a share as with everybody; `null` where there are fewer than 20 orders to compare. */
  indexAgainstAll: number | null;
};

/** `label` is `null` for everybody, customers without a label included. */
export type PlaceProfile = {
  label: string | null;
  orders: number;
  customers: number;
  /** Orders whose place is not known; in no share. */
  unknownOrders: number;
  /** Most orders first. */
  places: Place[];
};

/**
 * Where orders come from, for everybody and then for each label.
 *
 *     share = orders from there / orders with a known place        index = 100 · share / share with everybody
 *
 * Example: 60 of 100 orders come from GB, and 18 of 20 of the core tier's: share .9, index 150.
 */
export function profilePlaces(
  baskets: Baskets,
  dimension: PlaceDimension,
  labelling: Labelling,
  period: Period,
): PlaceProfile[] {
  const names = namesOf(baskets, dimension);
  const everybody = new PlaceTally(names.length);
  const tallies = labelling.names.map(() => new PlaceTally(names.length));
  for (let customer = 0; customer < baskets.customerCount; customer++) {
    const ofLabel = tallies[labelling.labelOf[customer] ?? -1];
    const end = baskets.orderOffsets[customer + 1] ?? 0;
    for (let order = baskets.orderOffsets[customer] ?? 0; order < end; order++) {
      const day = baskets.orders.day[order] ?? 0;
      if (day < period.fromDay || day > period.asOfDay) continue;
      const place = baskets.orders[dimension][order] ?? -1;
      const netMinor = baskets.orders.netMinor[order] ?? 0;
      everybody.add(customer, place, netMinor);
      ofLabel?.add(customer, place, netMinor);
    }
  }
  return [
    everybody.report(null, names, everybody),
    ...tallies.map((tally, label) => tally.report(labelling.names[label] ?? "", names, everybody)),
  ];
}

function namesOf(baskets: Baskets, dimension: PlaceDimension): readonly string[] {
  if (dimension === "country") return baskets.countries;
  return dimension === "channel" ? baskets.channels : baskets.sources;
}

/** Counts orders that come customer by customer. */
class PlaceTally {
  readonly #orders: Float64Array;
  readonly #customers: Float64Array;
  readonly #netMinor: Float64Array;
  readonly #lastCustomer: Int32Array;
  #known = 0;
  #unknown = 0;
  #allCustomers = 0;
  #last = -1;

  constructor(places: number) {
    this.#orders = new Float64Array(places);
    this.#customers = new Float64Array(places);
    this.#netMinor = new Float64Array(places);
    this.#lastCustomer = new Int32Array(places).fill(-1);
  }

  add(customer: number, place: number, netMinor: number): void {
    if (customer !== this.#last) this.#allCustomers++;
    this.#last = customer;
    if (place < 0) {
      this.#unknown++;
      return;
    }
    this.#known++;
    this.#orders[place] = (this.#orders[place] ?? 0) + 1;
    this.#netMinor[place] = (this.#netMinor[place] ?? 0) + netMinor;
    if (this.#lastCustomer[place] === customer) return;
    this.#lastCustomer[place] = customer;
    this.#customers[place] = (this.#customers[place] ?? 0) + 1;
  }

  report(label: string | null, names: readonly string[], everybody: PlaceTally): PlaceProfile {
    const places = names.flatMap((name, place) => {
      const orders = this.#orders[place] ?? 0;
      if (orders === 0) return [];
      return [
        {
          name,
          orders,
          customers: this.#customers[place] ?? 0,
          netMinor: this.#netMinor[place] ?? 0,
          share: shareRangeOf(orders, this.#known),
          indexAgainstAll: this.#indexOf(place, everybody),
        },
      ];
    });
    places.sort((a, b) => b.orders - a.orders || compareKeys(a.name, b.name));
    return {
      label,
      orders: this.#known + this.#unknown,
      customers: this.#allCustomers,
      unknownOrders: this.#unknown,
      places,
    };
  }

  #indexOf(place: number, everybody: PlaceTally): number | null {
    if (this.#known < leastOrders) return null;
    const share = (this.#orders[place] ?? 0) / this.#known;
    return (100 * share * everybody.#known) / (everybody.#orders[place] ?? 1);
  }
}
