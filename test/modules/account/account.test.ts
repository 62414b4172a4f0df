import test from "ava";
import { accounts } from "../../../src/modules/account/account.js";
import type { AccountCommand } from "../../../src/modules/account/commands.js";
import { given } from "../scenario.js";
import { accountId, blocked, home, registered } from "./an-account.js";

const profile = { name: null, phone: "+919876543210", email: null };
const register = {
  type: "RegisterAccount",
  accountId,
  kind: "customer",
  role: "customer",
  profile,
} as const;

test("an account is registered", (t) => {
  given(t, accounts).when(register).yields(registered);
});

test("a repeated registration changes nothing, also after the profile grew", (t) => {
  const completed = {
    type: "ProfileCompleted",
    data: { accountId, profile: { ...profile, name: "Asha" } },
  } as const;
  given(t, accounts, registered, completed).when(register).yields();
});

test("an account is not registered again as something else", (t) => {
  const staff = { ...register, kind: "staff", role: "admin" } as const;
  given(t, accounts, registered).when(staff).refuses("conflict", "account_exists");
});

const onAnAccount: readonly AccountCommand[] = [
  { type: "SignIn" },
  { type: "CompleteProfile", profile: { name: "Asha" } },
  { type: "BlockAccount", reason: null },
  { type: "UnblockAccount", reason: null },
  { type: "AddAddress", addressId: "a", address: home, most: 50 },
  { type: "ChangeAddress", addressId: "a", change: {} },
  { type: "RemoveAddress", addressId: "a" },
  { type: "SetDefaultAddress", addressId: "a" },
];

for (const command of onAnAccount) {
  test(`${command.type} needs an account`, (t) => {
    given(t, accounts).when(command).refuses("not_found", "account_unknown");
  });
}

test("an account signs in, again and again", (t) => {
  const signedIn = { type: "AccountSignedIn", data: { accountId } } as const;
  given(t, accounts, registered, signedIn).when({ type: "SignIn" }).yields(signedIn);
});

test("a blocked account cannot sign in", (t) => {
  const attempt = given(t, accounts, registered, blocked).when({ type: "SignIn" });
  attempt.refuses("forbidden", "account_blocked");
});

test("an unblocked account signs in", (t) => {
  const unblocked = { type: "AccountUnblocked", data: { accountId, reason: null } } as const;
  given(t, accounts, registered, blocked, unblocked)
    .when({ type: "SignIn" })
    .yields({ type: "AccountSignedIn", data: { accountId } });
});

test("an account is blocked and unblocked once", (t) => {
  const block = { type: "BlockAccount", reason: "fraud" } as const;
  const unblock = { type: "UnblockAccount", reason: "sorry" } as const;
  const unblocked = { type: "AccountUnblocked", data: { accountId, reason: "sorry" } } as const;
  given(t, accounts, registered).when(block).yields(blocked);
  given(t, accounts, registered, blocked).when(block).yields();
  given(t, accounts, registered, blocked).when(unblock).yields(unblocked);
  given(t, accounts, registered).when(unblock).yields();
});

test("only empty fields of a profile are filled", (t) => {
  const completed = { ...profile, name: "Asha" };
  given(t, accounts, registered)
    .when({ type: "CompleteProfile", profile: { name: "Asha", phone: "+910000000000" } })
    .yields({ type: "ProfileCompleted", data: { accountId, profile: completed } });
});

test("nothing new in a profile is no event", (t) => {
  const told = { name: " ", phone: "+910000000000", email: undefined };
  given(t, accounts, registered).when({ type: "CompleteProfile", profile: told }).yields();
});
