import { DateTime } from "luxon";
import type { Customer } from "../world/customer.ts";
import type { World } from "../world/world.ts";
import { metafieldAttributeOf } from "./metafield-attribute.ts";
import { readSegmentDay, type SegmentCalendar } from "./segment-dates.ts";
import type { SegmentClause } from "./segment-expression.ts";

/**
 * `anniversary(date: 'metafields.facts.birth_date') BETWEEN 2024-12-20 AND +7d`: by month and day in the shop's time zone,
 * the years left out. A range that ends before it begins goes over the turn of the year. Undefined when the field is no
 * date, or the operator is none of an anniversary's.
 */
export function anniversaryTest(
  { operator, values, parameters }: SegmentClause,
  world: World,
  calendar: SegmentCalendar,
): ((customer: Customer) => boolean) | undefined {
  const field = parameters?.length === 1 ? parameters[0] : undefined;
  const [name] = field?.values ?? [];
  if (field?.name.text !== "date" || name?.kind !== "text") return undefined;
  const attribute = metafieldAttributeOf(world, name.text);
  if (attribute?.kind !== "date" || attribute.readIn === null) return undefined;
  const dateOf = attribute.readIn(world);
  if (operator === "IS NULL") return (customer) => dateOf(customer) === null;
  if (operator === "IS NOT NULL") return (customer) => dateOf(customer) !== null;
  if (operator !== "=" && operator !== "BETWEEN") return undefined;
  const days = values.map((value) => readSegmentDay(value, calendar));
  const [from, until = from] = days;
  if (from === undefined || until === undefined || days.includes(undefined)) return undefined;
  const [begins, ends] = [from.startMs, until.startMs].map((ms) => monthAndDay(ms, calendar));
  if (begins === undefined || ends === undefined) return undefined;
  return (customer) => {
    const ms = dateOf(customer);
    if (ms === null) return false;
    const day = monthAndDay(ms, calendar);
    return begins <= ends ? begins <= day && day <= ends : begins <= day || day <= ends;
  };
}

function monthAndDay(ms: number, { timeZone }: SegmentCalendar): string {
  return DateTime.fromMillis(ms, { zone: timeZone }).toFormat("MM-dd");
}
