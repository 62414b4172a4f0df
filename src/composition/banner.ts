import type { Config } from "../config/config.js";
import { DEMO_LOGINS, DEMO_PASSWORD } from "../sandbox/demo/logins.js";
import { DEMO_MEMBERS, SUPERUSER } from "../sandbox/demo/members.js";
import type { StoreAddresses } from "./stores.js";

/** What the terminal shows once the service answers. */
export function banner(config: Config, url: string, stores: StoreAddresses): string {
  const port = new URL(url).port;
  const lines = [
    "",
    `  Daybook is ready at ${url}`,
    "",
    `  Minuteserv    ${url}/minuteserv/v1   (also http://minuteserv.localhost:${port}/v1)`,
    `  EV            ${url}/ev/api         (also http://ev.localhost:${port}/api)`,
    `  API docs      ${url}/minuteserv/v1/docs, ${url}/ev/docs`,
    `  Staff         ${url}/operations`,
    ...(config.sandbox ? [`  Sandbox       ${url}/sandbox`] : []),
    `  Event log     ${stores.eventStoreUrl}`,
    `  Database      ${withoutPassword(stores.databaseUrl)}`,
    ...(config.demoData ? loginLines() : []),
    "",
    "  Ctrl-C stops everything.",
    "",
  ];
  return `${lines.join("\n")}\n`;
}

function loginLines(): string[] {
  const logins = DEMO_LOGINS.map(
    ({ marketplace, email, role }) => `    ${marketplace.padEnd(12)}${email.padEnd(26)}${role}`,
  );
  const members = DEMO_MEMBERS.map(
    ({ username, role }) => `    ${"ev".padEnd(12)}${username.padEnd(26)}${role}`,
  );
  return [
    "",
    `  Logins (password ${DEMO_PASSWORD}):`,
    ...logins,
    "",
    `  Members (by OTP or POST /sandbox/login; EVAdmin also by password ${SUPERUSER.password}):`,
    ...members,
  ];
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  url.password = "";
  return url.href;
}
