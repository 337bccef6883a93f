import {
  clearPublicationMarks,
  listPublicationMarks,
  type PublicationMark,
} from "../../persistence/publication-marks.ts";
import { openCustomerDesk } from "./customer-desk.ts";
import { publishCustomers } from "./publish-customers.ts";
import type { Publishing } from "./publishing.ts";

/** With more a look at everybody is the quicker one. */
const mostMarked = 5_000;

/** Brings the marked customers in step; whoever is marked while it runs is one of them. */
export async function publishMarked(publishing: Publishing): Promise<void> {
  const { app, signal } = publishing;
  const { shop } = publishing.shop;
  const desk = openCustomerDesk(publishing);
  let marks: PublicationMark[] = [];
  async function countOutstanding() {
    marks = await listPublicationMarks(app.db, shop);
    publishing.among = marks.length > mostMarked ? null : marks.map((mark) => mark.customerId);
    return desk.countOutstanding();
  }
  await publishCustomers({ ...desk, countOutstanding }, signal);
  await clearPublicationMarks(app.db, shop, marks);
}
