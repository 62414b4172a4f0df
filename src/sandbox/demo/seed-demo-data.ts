import type { Claims, Commands, Envelope, Numbers } from "../../kernel/commands.js";
import { SYSTEM } from "../../kernel/event.js";
import type { Credentials } from "../../kernel/identity.js";
import { deriveId } from "../../kernel/ids.js";
import { isRejection } from "../../kernel/rejection.js";
import { accounts } from "../../modules/account/account.js";
import { services } from "../../modules/catalogue/catalogue.js";
import { promotions } from "../../modules/promotion/promotion.js";
import { DEMO_PROMO_CODE, DEMO_PROMOTION, DEMO_SERVICES } from "./catalogue.js";
import { DEMO_LOGINS, DEMO_PASSWORD, type DemoLogin } from "./logins.js";
import { seedMembers } from "./seed-members.js";

const MARKETPLACE = "minuteserv";

/** Where the seed writes: the log itself, as every other command does. */
export interface DemoTarget extends Commands {
  readonly claims: Claims;
  readonly numbers: Numbers;
}

/**
 * Makes the demo's logins, services, promo code and members, once: every id and command id is
 * derived, so that a second start, or one after a crash halfway, finds what is there and adds the
 * rest.
 */
export async function seedDemoData(log: DemoTarget, credentials: Credentials): Promise<void> {
  await Promise.all(DEMO_LOGINS.map((login) => seedLogin(log, credentials, login)));
  await Promise.all(DEMO_SERVICES.map((_, index) => seedService(log, index)));
  await seedPromotion(log);
  await seedMembers(log, credentials);
}

async function seedLogin(
  log: DemoTarget,
  credentials: Credentials,
  { marketplace, email, name, role }: DemoLogin,
): Promise<void> {
  const accountId = deriveId("demo-login", marketplace, email);
  if ((await log.load(accounts, accountId)) !== null) return;
  const envelope = envelopeOf(marketplace, accountId);
  // The password first: an account that is there can be logged in to.
  await credentials.set(accountId, DEMO_PASSWORD);
  const claim = { scope: `${marketplace}.staff.email`, value: email, owner: accountId };
  await log.claims.take(claim, envelope);
  await done(
    log.execute(
      accounts,
      accountId,
      {
        type: "RegisterAccount",
        accountId,
        kind: "staff",
        role,
        profile: { name, phone: null, email },
      },
      envelope,
    ),
  );
}

async function seedService(log: DemoTarget, index: number): Promise<void> {
  const offer = DEMO_SERVICES[index];
  const serviceId = deriveId("demo-service", MARKETPLACE, index);
  if (offer === undefined || (await log.load(services, serviceId)) !== null) return;
  const envelope = envelopeOf(MARKETPLACE, serviceId);
  await done(log.execute(services, serviceId, { type: "AddService", serviceId, offer }, envelope));
}

async function seedPromotion(log: DemoTarget): Promise<void> {
  const promotionId = deriveId("demo-promotion", MARKETPLACE, DEMO_PROMO_CODE);
  if ((await log.load(promotions, promotionId)) !== null) return;
  const envelope = envelopeOf(MARKETPLACE, promotionId);
  const claim = { scope: "minuteserv.promo.code", value: DEMO_PROMO_CODE, owner: promotionId };
  if ((await log.claims.take(claim, envelope)) !== promotionId) return;
  await done(
    log.execute(
      promotions,
      promotionId,
      {
        type: "CreatePromotion",
        promotionId,
        code: DEMO_PROMO_CODE,
        terms: DEMO_PROMOTION,
      },
      envelope,
    ),
  );
}

function envelopeOf(marketplace: string, id: string): Envelope {
  const commandId = deriveId("demo-seed", id);
  return {
    marketplace,
    actor: SYSTEM,
    commandId,
    correlationId: commandId,
    causationId: commandId,
  };
}

/** Another instance may have seeded the same a moment earlier; anything else is a bug. */
async function done(outcome: Promise<unknown>): Promise<void> {
  const result = await outcome;
  if (isRejection(result) && result.code !== "conflict") throw new Error(result.message);
}
