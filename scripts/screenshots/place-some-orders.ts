import papaparse from "papaparse";
import { z } from "zod";

const tagged = z.array(z.object({ customer: z.string(), tags: z.string() }));

/** Orders that each move their customer up: by how many customers of a tier apart, and for how much. */
const purchases = [
  { tier: "base", every: 211, amounts: ["180", "64.50", "410"] },
  { tier: "growth", every: 307, amounts: ["220", "95"] },
];

/** Some customers of the lower tiers buy; how many. */
export async function placeSomeOrders(shopUrl: string): Promise<number> {
  const dump = await (await fetch(`${shopUrl}/dump.csv`)).text();
  const rows = papaparse.parse(dump, { header: true, skipEmptyLines: true });
  const customers = tagged.parse(rows.data);
  for (const { tier, every, amounts } of purchases) {
    const inTier = customers.filter(({ tags }) => tags.split("|").includes(`echelon:tier:${tier}`));
    for (const [index, amount] of amounts.entries()) {
      const email = inTier[(index + 1) * every]?.customer;
      if (email === undefined) throw new Error(`The sample shop has too few ${tier} customers.`);
      await placeOrder(shopUrl, email, amount);
    }
  }
  return purchases.flatMap(({ amounts }) => amounts).length;
}

async function placeOrder(shopUrl: string, email: string, amount: string): Promise<void> {
  const response = await fetch(`${shopUrl}/simulate/orders`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email, amount }),
  });
  if (!response.ok) throw new Error(`The order was refused: ${await response.text()}`);
}
