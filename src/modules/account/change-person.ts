import { changed, type Change } from "../../kernel/change.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { ChangePerson } from "./commands.js";
import type { AccountEvent } from "./events.js";
import type { Account } from "./state.js";

/** Keeps what differs from what is known; the profile's name follows the person's names. */
export function changePerson(
  { person: told, phone }: ChangePerson,
  { accountId, person: known, profile }: Account,
): readonly AccountEvent[] | Rejection {
  if (known === null) return reject("conflict", "no_person", "This account has no such details.");
  const person = difference(known, told);
  const { firstName, lastName } = changed(known, person);
  const about = difference(profile, { name: fullName(firstName, lastName), phone });
  const nothing = Object.keys(person).length === 0 && Object.keys(about).length === 0;
  return nothing ? [] : [{ type: "PersonChanged", data: { accountId, person, profile: about } }];
}

/** Both names as one; null where neither is known. */
export function fullName(firstName: string, lastName: string): string | null {
  const name = `${firstName} ${lastName}`.trim();
  return name === "" ? null : name;
}

function difference<T extends object>(known: T, told: Change<T>): Partial<T> {
  const given = Object.entries(told) as [keyof T, T[keyof T] | undefined][];
  const news = given.filter(([name, value]) => value !== undefined && value !== known[name]);
  return Object.fromEntries(news) as Partial<T>;
}
