import type { Envelope } from "../../src/kernel/commands.js";
import { SYSTEM } from "../../src/kernel/event.js";
import { newId } from "../../src/kernel/ids.js";
import { isRejection } from "../../src/kernel/rejection.js";
import { REFERRAL_BONUS } from "../../src/markets/ev/policy.js";
import { accounts } from "../../src/modules/account/account.js";
import type { AccountCommand } from "../../src/modules/account/commands.js";
import { wallets } from "../../src/modules/wallet/wallet.js";
import { signedIn, type Member } from "./ev.js";
import { eventually } from "./eventually.js";
import type { ServiceWorld } from "./service.js";

/** Numbers of members that sign-up in the same test does not reach. */
let nextNumber = 10_000;

/** Somebody in the network; `id` is the account's, `number` what the document prints. */
export interface Networker {
  readonly id: string;
  readonly number: number;
  readonly email: string;
}

function envelope(): Envelope {
  const id = newId();
  return { marketplace: "ev", actor: SYSTEM, commandId: id, correlationId: id, causationId: id };
}

async function tell({ service }: ServiceWorld, id: string, command: AccountCommand) {
  const done = await service.foundation.eventLog.execute(accounts, id, command, envelope());
  if (isRejection(done)) throw new Error(done.message);
}

/** A new member, recommended by another or by nobody; their place in the network comes after it. */
export async function newNetworker(
  world: ServiceWorld,
  referrer: Networker | null = null,
): Promise<Networker> {
  const id = newId();
  const number = (nextNumber += 1);
  const email = `${id}@example.com`;
  await tell(world, id, {
    type: "RegisterAccount",
    accountId: id,
    kind: "member",
    role: "user",
    profile: { name: null, phone: null, email },
    number,
    referredBy: referrer?.id ?? null,
  });
  return { id, number, email };
}

/** They have paid what makes an Active Buyer. */
export function activate(world: ServiceWorld, { id }: Networker): Promise<void> {
  return tell(world, id, { type: "ActivateAccount", bookingId: newId(), totalPaid: 500_000 });
}

/** A client for a member, once they can be found. */
export function as(world: ServiceWorld, { email }: Networker): Promise<Member> {
  return eventually("the member's account", () => signedIn(world, email));
}

/** Somebody with so many activated members on each side, each leg filled through its own head. */
export async function earnerWith(world: ServiceWorld, left: number, right: number) {
  const earner = await newNetworker(world);
  const heads = [];
  for (const count of [left, right]) {
    const head = await newNetworker(world, earner);
    await placed(world, head);
    heads.push({ head, count });
  }
  const members: Networker[] = [];
  for (const { head, count } of heads) {
    const leg = [head];
    while (leg.length < count) leg.push(await newNetworker(world, head));
    for (const member of leg) await placed(world, member);
    for (const member of leg.slice(0, count)) await activate(world, member);
    members.push(...leg);
  }
  // They have recommended the heads, and are given the bonuses before anybody counts their money.
  const due = REFERRAL_BONUS * heads.filter(({ count }) => count > 0).length;
  await eventually("the bonuses", async () =>
    (await walletOf(world, earner)) === due ? true : undefined,
  );
  const member = await as(world, earner);
  await shown(world, member);
  return { earner, members, member };
}

/** Waits until the read models have all that was written, also by processes and by tests. */
async function shown({ service }: ServiceWorld, { client }: Member): Promise<void> {
  const end = await service.foundation.eventLog.feed.end();
  const answer = await client.get(`/api/users/profile/?min_position=${end}`);
  if (answer.status !== 200) throw new Error(answer.raw);
}

/** Waits until a member has a node. */
export async function placed(world: ServiceWorld, networker: Networker): Promise<void> {
  const { client } = await as(world, networker);
  await eventually("the member's node", async () => {
    const tree = await client.get("/api/binary/nodes/my_tree/");
    return tree.status === 200 ? true : undefined;
  });
}

/** Minor units; 0 before the first credit. */
export async function walletOf({ service }: ServiceWorld, { id }: Networker): Promise<number> {
  return (await service.foundation.eventLog.load(wallets, id))?.balance ?? 0;
}
