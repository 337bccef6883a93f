import type { Customer } from "../../world/customer.ts";
import type { Order } from "../../world/order.ts";
import { countryNameOf } from "../search/country-names.ts";

/** What this shop knows of an address is its country; null where it knows not even that. */
export function addressOfCustomer({ id, countryCode, firstName, lastName, rare }: Customer) {
  if (countryCode === "") return null;
  return {
    ...countryAddress(countryCode),
    id: `gid://shopify/MailingAddress/${id}?model_name=CustomerAddress`,
    firstName: firstName === "" ? null : firstName,
    lastName: lastName === "" ? null : lastName,
    name: `${firstName} ${lastName}`.trim() || null,
    phone: rare?.phone ?? null,
  };
}

/** Where an order went, which is also where its bill went as far as this shop knows. */
export function addressOfOrder({ id, countryCode, customer }: Order) {
  if (countryCode === "") return null;
  const { firstName = "", lastName = "" } = customer ?? {};
  return {
    ...countryAddress(countryCode),
    id: `gid://shopify/MailingAddress/${id}?model_name=Address`,
    firstName: firstName === "" ? null : firstName,
    lastName: lastName === "" ? null : lastName,
    name: `${firstName} ${lastName}`.trim() || null,
    phone: null,
  };
}

function countryAddress(countryCode: string) {
  const country = countryNameOf(countryCode);
  return {
    address1: null,
    address2: null,
    city: null,
    company: null,
    coordinatesValidated: false,
    country,
    countryCode,
    countryCodeV2: countryCode,
    formatted: [country],
    formattedArea: country,
    latitude: null,
    longitude: null,
    province: null,
    provinceCode: null,
    timeZone: null,
    zip: null,
  };
}
