import { ok } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import { accounts } from "../../../src/modules/account/account.js";
import type { AccountCommand } from "../../../src/modules/account/commands.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import { fold } from "../../../src/kernel/decider.js";
import { given } from "../scenario.js";
import { accountId, added, defaultSet, home, registered, removed } from "./an-account.js";

const office = { ...home, name: "Office", line1: "456 Park Ave" };
const one = [registered, added("a"), defaultSet("a")] as const;
const two = [...one, added("b", office)] as const;
const most = 2;

test("the first address becomes the default by itself, the second does not", (t) => {
  given(t, accounts, registered)
    .when({ type: "AddAddress", addressId: "a", address: home, most })
    .yields(added("a"), defaultSet("a"));
  given(t, accounts, ...one)
    .when({ type: "AddAddress", addressId: "b", address: office, most })
    .yields(added("b", office));
});

test("a repeated addition changes nothing; the id cannot take another address", (t) => {
  const history = given(t, accounts, ...one);
  history.when({ type: "AddAddress", addressId: "a", address: { ...home }, most }).yields();
  history
    .when({ type: "AddAddress", addressId: "a", address: office, most })
    .refuses("conflict", "address_exists");
});

test("an address book has a last page", (t) => {
  given(t, accounts, ...two)
    .when({ type: "AddAddress", addressId: "c", address: home, most })
    .refuses("invalid", "too_many_addresses");
});

test("a partial change keeps the rest; a change to the same is none", (t) => {
  const history = given(t, accounts, ...one);
  const changed = { ...home, line1: "456 Park Ave", line2: null };
  history
    .when({
      type: "ChangeAddress",
      addressId: "a",
      change: { line1: "456 Park Ave", line2: null, city: undefined },
    })
    .yields({ type: "AddressChanged", data: { accountId, addressId: "a", address: changed } });
  history.when({ type: "ChangeAddress", addressId: "a", change: { name: "Home" } }).yields();
});

test("unknown and removed addresses are not found", (t) => {
  const history = given(t, accounts, ...two, removed("b"));
  const unknown = ["not_found", "address_unknown"] as const;
  for (const addressId of ["b", "never"]) {
    history.when({ type: "ChangeAddress", addressId, change: {} }).refuses(...unknown);
    history.when({ type: "RemoveAddress", addressId }).refuses(...unknown);
    history.when({ type: "SetDefaultAddress", addressId }).refuses(...unknown);
  }
});

test("when the default is removed the oldest left takes its place", (t) => {
  given(t, accounts, ...two)
    .when({ type: "RemoveAddress", addressId: "a" })
    .yields(removed("a"), defaultSet("b"));
  given(t, accounts, ...two)
    .when({ type: "RemoveAddress", addressId: "b" })
    .yields(removed("b"));
  given(t, accounts, ...one)
    .when({ type: "RemoveAddress", addressId: "a" })
    .yields(removed("a"));
});

test("after the last address is gone the next one is the default again", (t) => {
  given(t, accounts, ...one, removed("a"))
    .when({ type: "AddAddress", addressId: "c", address: home, most })
    .yields(added("c"), defaultSet("c"));
});

test("another address is made the default, the same one changes nothing", (t) => {
  const history = given(t, accounts, ...two);
  history.when({ type: "SetDefaultAddress", addressId: "b" }).yields(defaultSet("b"));
  history.when({ type: "SetDefaultAddress", addressId: "a" }).yields();
});

const addressId = fc.constantFrom("a", "b", "c");
const step: fc.Arbitrary<AccountCommand> = fc.oneof(
  addressId.map((id) => ({ type: "AddAddress", addressId: id, address: home, most }) as const),
  addressId.map((id) => ({ type: "RemoveAddress", addressId: id }) as const),
  addressId.map((id) => ({ type: "SetDefaultAddress", addressId: id }) as const),
);

test("as long as there is an address, exactly one of them is the default", (t) => {
  const law = fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    let state = fold(accounts, [registered]);
    for (const command of steps) {
      const outcome = accounts.decide(command, state);
      if (!isRejection(outcome)) state = fold({ ...accounts, initial: state }, outcome);
      const ids = (state?.addresses ?? []).map((address) => address.addressId);
      const chosen = state?.defaultAddressId ?? null;
      ok(chosen === null ? ids.length === 0 : ids.includes(chosen));
      ok(ids.length <= most);
    }
  });
  t.notThrows(() => fc.assert(law));
});
