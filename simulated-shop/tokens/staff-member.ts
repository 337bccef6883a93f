/** The one person who works in the simulated shop. Session tokens are issued in their name. */
export const staffMember = {
  id: 902_541_635,
  firstName: "Robin",
  lastName: "Merchant",
  email: "robin@example.com",
  locale: "en",
} as const;
