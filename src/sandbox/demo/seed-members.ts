import type { Claims, Commands, Envelope, Numbers } from "../../kernel/commands.js";
import { SYSTEM } from "../../kernel/event.js";
import type { Credentials } from "../../kernel/identity.js";
import { deriveId } from "../../kernel/ids.js";
import { isRejection } from "../../kernel/rejection.js";
import { accounts } from "../../modules/account/account.js";
import { DEMO_MEMBERS, SUPERUSER, type DemoMember } from "./members.js";

const MARKETPLACE = "ev";

interface Target extends Commands {
  readonly claims: Claims;
  readonly numbers: Numbers;
}

/** Makes the demo's members one after the other, so that their numbers are theirs for good. */
export async function seedMembers(log: Target, credentials: Credentials): Promise<void> {
  const missing = DEMO_MEMBERS.map(async (member) =>
    (await log.load(accounts, idOf(member.username))) === null ? member : undefined,
  );
  for (const member of await Promise.all(missing)) {
    if (member === undefined) continue;
    if (member === SUPERUSER) await credentials.set(idOf(member.username), SUPERUSER.password);
    await seedMember(log, member);
  }
}

function idOf(username: string): string {
  return deriveId("demo-member", MARKETPLACE, username);
}

async function seedMember(log: Target, member: DemoMember): Promise<void> {
  const accountId = idOf(member.username);
  const envelope = envelopeOf(accountId);
  const claims = [
    { scope: "ev.email", value: member.email, owner: accountId },
    { scope: "ev.mobile", value: member.phone, owner: accountId },
  ];
  for (const claim of claims) {
    if ((await log.claims.take(claim, envelope)) !== accountId) return;
  }
  const { firstName, lastName, email, phone, referredBy } = member;
  const registered = await log.execute(
    accounts,
    accountId,
    {
      type: "RegisterAccount",
      accountId,
      kind: "member",
      role: member.role,
      profile: { name: `${firstName} ${lastName}`, email, phone },
      number: await log.numbers.next("ev.user", envelope),
      referredBy: referredBy === null ? null : idOf(referredBy),
      person: personOf(member),
    },
    envelope,
  );
  if (isRejection(registered) && registered.code !== "conflict") {
    throw new Error(registered.message);
  }
}

function personOf({ username, firstName, lastName, gender }: DemoMember) {
  return {
    username,
    firstName,
    lastName,
    gender,
    dateOfBirth: "1990-01-01",
    addressLine1: "123 Main Street",
    addressLine2: null,
    city: "Mumbai",
    state: "Maharashtra",
    pincode: "400001",
    country: "India",
  };
}

function envelopeOf(accountId: string): Envelope {
  const commandId = deriveId("demo-seed", accountId);
  return {
    marketplace: MARKETPLACE,
    actor: SYSTEM,
    commandId,
    correlationId: commandId,
    causationId: commandId,
  };
}
