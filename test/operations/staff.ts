import { DEMO_PASSWORD } from "../../src/sandbox/demo/logins.js";
import type { Answer } from "../world/answer.js";
import type { HttpClient } from "../world/http-client.js";
import type { ServiceWorld } from "../world/service.js";

/** Signs in to the staff API with the demo's password. */
export function logIn(world: ServiceWorld, username: string): Promise<Answer> {
  return world.http.post("/operations/login", { username, password: DEMO_PASSWORD });
}

/** A client that calls the staff API as finance1, admin1 or super_admin1. */
export async function staff(world: ServiceWorld, username: string): Promise<HttpClient> {
  const session = await logIn(world, username);
  return world.http.at("/operations").as(session.text("access"));
}

/** Every row of a list that comes page by page, one row a page. */
export async function everyPage(
  client: HttpClient,
  path: string,
  list: string,
): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (let more = ""; ;) {
    const page = await client.get(`${path}${path.includes("?") ? "&" : "?"}limit=1${more}`);
    rows.push(...page.list(list));
    if (page.at("next_cursor") === null) return rows;
    more = `&cursor=${page.text("next_cursor")}`;
  }
}
