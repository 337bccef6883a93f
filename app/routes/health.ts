import { app } from "../composition.server.ts";
import { readProcessHealth } from "../use-cases/process-health.ts";

/** For uptime monitors: 200 while web, database and worker do their work, else 503. What a shop's merchant sees is /app/health. */
export async function loader(): Promise<Response> {
  const health = await readProcessHealth(app);
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}

export function action(): Response {
  return new Response(null, { status: 405, headers: { Allow: "GET, HEAD" } });
}
