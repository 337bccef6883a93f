import {
  groupSchemeOf,
  profileHours,
  profilePlaces,
  scoreBase,
  type Baskets,
  type Frame,
  type PlaceDimension,
  type Program,
} from "../../scoring/index.ts";

/** A longer list than this is no picture; what follows has next to no orders. */
const mostPlaces = 30;

/**
 * Where orders come from and when they are placed, for everybody, each tier and each group, within the program's
 * window: plain JSON, stored with what else is learnt from a base. Rows of `frame` and `baskets` are the same customers.
 */
export function profileBase(
  { program, frame, baskets }: { program: Program; frame: Frame; baskets: Baskets },
  asOfDay: number,
) {
  const { scores } = scoreBase(frame, asOfDay, program);
  const period = { fromDay: asOfDay - program.windowDays + 1, asOfDay };
  const keysOf = (labels: readonly { key: string }[]) => labels.map(({ key }) => key);
  const labellings = {
    tiers: { labelOf: scores.tier, names: keysOf(program.tiers) },
    groups: { labelOf: scores.group, names: keysOf(groupSchemeOf(program).groups) },
  };
  return {
    windowDays: program.windowDays,
    places: {
      country: placesBy("country"),
      channel: placesBy("channel"),
      source: placesBy("source"),
    },
    hours: {
      tiers: profileHours(baskets, labellings.tiers, period),
      groups: profileHours(baskets, labellings.groups, period),
    },
  };

  function placesBy(dimension: PlaceDimension) {
    return {
      tiers: cut(profilePlaces(baskets, dimension, labellings.tiers, period)),
      groups: cut(profilePlaces(baskets, dimension, labellings.groups, period)),
    };
  }
}

function cut<Profile extends { places: readonly unknown[] }>(profiles: Profile[]) {
  return profiles.map((profile) => ({ ...profile, places: profile.places.slice(0, mostPlaces) }));
}
