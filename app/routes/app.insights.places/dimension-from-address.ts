import { placeDimensions, type PlaceDimension } from "../../components/place-names.ts";

/** Nonsense in the address is ignored. */
export function dimensionFromAddress(params: URLSearchParams): PlaceDimension {
  return placeDimensions.find((dimension) => dimension === params.get("by")) ?? "country";
}
