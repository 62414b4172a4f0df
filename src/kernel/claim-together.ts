import type { App } from "./app.js";
import type { Claim } from "./commands.js";

export type Wanted = Omit<Claim, "owner">;

/** Whose all the claims are now, or which of them somebody else has. */
export type ClaimedTogether = { readonly owner: string } | { readonly taken: Wanted };

/**
 * Claims several values for one new owner, all of them or none.
 *
 * A value whose claimant was never registered, as after a crash, is taken over together with the
 * claimant's id. Should two requests at once come to share an id that way, the stream of that id
 * lets one of them register and no more.
 *
 * @param newOwner the id that the owner gets if all the values are free
 * @param isRegistered whether an owner exists beyond its claims
 */
export async function claimTogether(
  app: Pick<App, "claims" | "envelope">,
  wanted: readonly Wanted[],
  newOwner: string,
  isRegistered: (owner: string) => Promise<boolean>,
): Promise<ClaimedTogether> {
  let owner = newOwner;
  for (const [index, value] of wanted.entries()) {
    const holder = await app.claims.take({ ...value, owner }, app.envelope);
    if (holder === owner) continue;
    const before = wanted.slice(0, index);
    await releaseUnused(app, before, owner, isRegistered);
    if (await isRegistered(holder)) return { taken: value };
    for (const earlier of before) {
      const moved = await app.claims.take({ ...earlier, owner: holder }, app.envelope);
      if (moved !== holder) return { taken: earlier };
    }
    owner = holder;
  }
  return { owner };
}

/** Frees what an attempt claimed, unless its id has been registered by another meanwhile. */
async function releaseUnused(
  app: Pick<App, "claims" | "envelope">,
  claimed: readonly Wanted[],
  owner: string,
  isRegistered: (owner: string) => Promise<boolean>,
): Promise<void> {
  if (claimed.length === 0 || (await isRegistered(owner))) return;
  for (const value of claimed) await app.claims.release({ ...value, owner }, app.envelope);
}

/** Frees those of an owner's claims that are not among what the owner has come to hold. */
export async function releaseUnheld(
  app: Pick<App, "claims" | "envelope">,
  claimed: readonly Wanted[],
  owner: string,
  held: readonly Wanted[],
): Promise<void> {
  for (const value of claimed) {
    if (!isAmong(held, value)) await app.claims.release({ ...value, owner }, app.envelope);
  }
}

export function isAmong(held: readonly Wanted[], { scope, value }: Wanted): boolean {
  return held.some((claim) => claim.scope === scope && claim.value === value);
}
