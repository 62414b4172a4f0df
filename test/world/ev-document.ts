import type { Market } from "../../src/kernel/market.js";
import { evWith } from "../../src/markets/ev/market.js";
import { admin, BASE, memberOf, superuser, verifyOtp, type Member } from "./ev.js";
import type { HttpClient } from "./http-client.js";
import { Manual } from "./manual.js";
import type { Token } from "./printed-text.js";
import { openServiceWorld, type ServiceWorld } from "./service.js";

const like = (name: string, form: RegExp): Token => ({ name, printed: form, answered: form });

/** The address of what the document prints below `http://localhost:8000`. */
const under = (printed: RegExp, answered: RegExp): Token => ({
  name: "an address",
  printed: new RegExp(`^http://localhost:8000/${printed.source}`),
  answered: new RegExp(`http://[^/]+/ev/${answered.source}`),
});

const FOLDERS = ["kyc/pan", "kyc/aadhaar", "kyc/bank_passbook", "nominee/id_proof"];

/** What the document of EV Distribution writes with a value of its own each time. */
const TOKENS: readonly Token[] = [
  { name: "a JSON Web Token", printed: /^eyJ\w+\.\.\.$/, answered: /(?:[\w-]+\.){2}[\w-]+/ },
  ...FOLDERS.map((folder) =>
    under(
      new RegExp(`media/${folder}/\\w+\\.jpg$`),
      new RegExp(`media/${folder}/[\\w-]+\\.(?:jpg|png|pdf)`),
    ),
  ),
  ...["users", "users/normal", "users/kyc/list_all"].map((path) =>
    under(new RegExp(`api/${path}/\\?page=2$`), new RegExp(`api/${path}/\\?(?:\\w+=\\w+&)*page=2`)),
  ),
  { name: "a sign-up's token", printed: /^ABC123XYZ789\.\.\.$/, answered: /\w{20,}/ },
  like("a booking number", /\bEV[A-Z]{3}\d{4}\b/),
  like("a transaction of a payment", /^TXN\d{6}$/),
  like("a referral code", /^REF\d{5}$/),
  like("a certificate", /^TDS\d{9}$/),
  { name: "a financial year", printed: /^\d{4}-\d\d$/, answered: /\d{4}-\d\d/ },
  like("a payout's number", /#\d+$/),
];

/** Numbers of things, and how many there are, which follow from no scenario of this size. */
const NUMBERS = ["id", "user", "booking", "count", "user.id", "reference_id"].flatMap((name) => [
  name,
  `results.*.${name}`,
]);

/** All its routes as data: to be called, they are the service's. */
export const EV: Market = evWith({ current: notHere, inTurn: notHere });

function notHere(): Promise<never> {
  return Promise.reject(new Error("only a running service has a network"));
}

/** The document's own little world and who acts in it. */
export interface DocumentWorld {
  readonly world: ServiceWorld;
  readonly manual: Manual;
  readonly nobody: HttpClient;
  readonly root: Member;
  readonly admin: Member;
}

export async function openDocumentWorld(): Promise<DocumentWorld> {
  const world = await openServiceWorld({ RATE_LIMITS: "off" });
  return {
    world,
    manual: new Manual(EV, { tokens: TOKENS, free: NUMBERS }),
    nobody: world.http.at(BASE),
    root: await superuser(world),
    admin: await admin(world),
  };
}

/** The user of the document's examples, who has shown a code and told nothing else. */
export async function signInAsUser({ world }: DocumentWorld): Promise<Member> {
  const entered = await verifyOtp(world, "user@example.com");
  return memberOf(world, {
    access: entered.text("tokens.access"),
    refresh: entered.text("tokens.refresh"),
  });
}
