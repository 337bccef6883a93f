import type { Customer } from "../../../world/customer.ts";
import { MAX_TAGS, normalizeTags } from "../../../world/tags.ts";
import type { World } from "../../../world/world.ts";
import { userError, type UserError } from "../user-error.ts";

type Maybe<Value> = Value | null | undefined;

export type EmailConsentInput = {
  marketingState: "SUBSCRIBED" | "UNSUBSCRIBED" | "NOT_SUBSCRIBED" | "PENDING";
  marketingOptInLevel?: Maybe<"SINGLE_OPT_IN" | "CONFIRMED_OPT_IN" | "UNKNOWN">;
  consentUpdatedAt?: Maybe<string>;
};

/** What this shop understands of `CustomerInput`. */
export type CustomerInput = {
  id?: Maybe<string>;
  email?: Maybe<string>;
  phone?: Maybe<string>;
  firstName?: Maybe<string>;
  lastName?: Maybe<string>;
  note?: Maybe<string>;
  locale?: Maybe<string>;
  taxExempt?: Maybe<boolean>;
  tags?: Maybe<readonly string[]>;
  emailMarketingConsent?: Maybe<EmailConsentInput>;
};

const MAX_NOTE_CHARACTERS = 5_000;
const MAX_TEXT_CHARACTERS = 255;
const ANSWERED_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "email",
  "phone",
  "firstName",
  "lastName",
  "note",
  "locale",
  "taxExempt",
  "tags",
  "emailMarketingConsent",
]);

/** The first field that was given and that this shop has no place for. */
export function unansweredFieldOf(input: CustomerInput): string | undefined {
  return Object.keys(input).find((field) => !ANSWERED_FIELDS.has(field));
}

/** An e-mail as Shopify keeps it: blanks dropped, the host in lower case. */
export function normalizeEmail(email: string): string {
  const [local, host] = email.replace(/\s+/g, "").split(/@(?=[^@]*$)/);
  return host === undefined ? (local ?? "") : `${local}@${host.toLowerCase()}`;
}

/** A phone number as E.164: digits behind a plus. */
export function normalizePhone(phone: string): string {
  return phone.replace(/[\s().-]/g, "");
}

/** What is wrong with the facts of a new customer (`itself` null) or of one that exists. */
export function problemsWithCustomer(
  world: World,
  { email, phone, firstName, lastName, note, locale, tags }: CustomerInput,
  itself: Customer | null,
): UserError[] {
  return [
    ...(email == null || email === "" ? [] : problemsWithEmail(world, email, itself)),
    ...(phone == null || phone === "" ? [] : problemsWithPhone(world, phone, itself)),
    ...tooLong("firstName", "First name", firstName),
    ...tooLong("lastName", "Last name", lastName),
    ...(locale != null && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale)
      ? [userError(["locale"], "Locale is invalid")]
      : []),
    ...problemsWithTags(tags),
    ...((note ?? "").length > MAX_NOTE_CHARACTERS
      ? [userError(["note"], `Note is too long (maximum is ${MAX_NOTE_CHARACTERS} characters)`)]
      : []),
  ];
}

/** Somebody has to be told apart by something. */
export const NOBODY = userError(null, "A name, phone number, or email address must be present");

function problemsWithEmail(world: World, email: string, itself: Customer | null): UserError[] {
  const normal = normalizeEmail(email);
  if (normal.length > MAX_TEXT_CHARACTERS)
    return [
      userError(["email"], `Email is too long (maximum is ${MAX_TEXT_CHARACTERS} characters)`),
    ];
  if (!/^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(normal))
    return [userError(["email"], "Email is invalid")];
  const holder = world.customersByEmail.get(normal) ?? findIgnoringCase(world, normal);
  return holder === undefined || holder === itself
    ? []
    : [userError(["email"], "Email has already been taken")];
}

function problemsWithPhone(world: World, phone: string, itself: Customer | null): UserError[] {
  if (phone.length > MAX_TEXT_CHARACTERS)
    return [
      userError(["phone"], `Phone is too long (maximum is ${MAX_TEXT_CHARACTERS} characters)`),
    ];
  const normal = normalizePhone(phone);
  if (!/^\+?\d{7,15}$/.test(normal)) return [userError(["phone"], "Phone is invalid")];
  for (const customer of world.customers.values())
    if (customer !== itself && customer.rare?.phone === normal)
      return [userError(["phone"], "Phone has already been taken")];
  return [];
}

function problemsWithTags(tags: Maybe<readonly string[]>): UserError[] {
  const normal = normalizeTags(tags ?? []);
  if (normal.length > MAX_TAGS)
    return [userError(["tags"], `Tags cannot be more than ${MAX_TAGS}`)];
  return normal.some((tag) => tag.length > MAX_TEXT_CHARACTERS)
    ? [userError(["tags"], `Tags is too long (maximum is ${MAX_TEXT_CHARACTERS} characters)`)]
    : [];
}

function tooLong(field: string, name: string, text: Maybe<string>): UserError[] {
  return (text ?? "").length > MAX_TEXT_CHARACTERS
    ? [userError([field], `${name} is too long (maximum is ${MAX_TEXT_CHARACTERS} characters)`)]
    : [];
}

function findIgnoringCase(world: World, email: string): Customer | undefined {
  const wanted = email.toLowerCase();
  for (const [known, customer] of world.customersByEmail)
    if (known.length === wanted.length && known.toLowerCase() === wanted) return customer;
  return undefined;
}
