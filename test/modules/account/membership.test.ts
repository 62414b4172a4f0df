import test from "ava";
import { fold } from "../../../src/kernel/decider.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import { accounts } from "../../../src/modules/account/account.js";
import type { AccountEvent, Person } from "../../../src/modules/account/events.js";
import { accountId, registered } from "./an-account.js";

const person: Person = {
  username: "john@example.com",
  firstName: "John",
  lastName: "Doe",
  gender: "male",
  dateOfBirth: "1990-01-01",
  addressLine1: "123 Main Street",
  addressLine2: null,
  city: "Mumbai",
  state: "Maharashtra",
  pincode: "400001",
  country: "India",
};

const membership = {
  accountId,
  kind: "member",
  role: "user",
  profile: { name: "John Doe", phone: "9876543210", email: "john@example.com" },
  number: 7,
  referredBy: null,
  person,
} as const;

const member: AccountEvent = { type: "AccountRegistered", data: membership };
const activation = { type: "ActivateAccount", bookingId: "b", totalPaid: 500_000 } as const;
const activated: AccountEvent = {
  type: "AccountActivated",
  data: { accountId, bookingId: "b", totalPaid: 500_000 },
};

const given = (...history: AccountEvent[]) => fold(accounts, history);

test("an account that is told nothing of a membership has none", (t) => {
  const { number: _n, referredBy: _r, person: _p, ...bare } = membership;
  const decided = accounts.decide({ type: "RegisterAccount", ...bare }, given());
  const none = { number: null, referredBy: null, person: null };
  t.deepEqual(decided, [{ type: "AccountRegistered", data: { ...bare, ...none } }]);
});

test("a member is registered once, and not over another", (t) => {
  const repeat = { type: "RegisterAccount", ...membership } as const;
  t.deepEqual(accounts.decide(repeat, given()), [member]);
  t.deepEqual(accounts.decide(repeat, given(member)), []);
  t.like(accounts.decide({ ...repeat, number: 8 }, given(member)), { code: "conflict" });
});

test("a change keeps only what differs, and the name follows the names", (t) => {
  const change = { firstName: "Johnny", city: "Mumbai", country: undefined };
  const decided = accounts.decide(
    { type: "ChangePerson", person: change, phone: "+919876543210" },
    given(member),
  );
  const data = {
    accountId,
    person: { firstName: "Johnny" },
    profile: { name: "Johnny Doe", phone: "+919876543210" },
  };
  t.deepEqual(decided, [{ type: "PersonChanged", data }]);
  const after = given(member, { type: "PersonChanged", data });
  t.like(after, { profile: data.profile, person: { ...person, firstName: "Johnny" } });
  const again = { type: "ChangePerson", person: change, phone: undefined } as const;
  t.deepEqual(accounts.decide(again, after), []);
});

test("who has no details to change is refused", (t) => {
  const change = { type: "ChangePerson", person: { city: "Pune" }, phone: undefined } as const;
  t.true(isRejection(accounts.decide(change, given(registered))));
});

test("an account is activated once, whatever is paid later", (t) => {
  t.deepEqual(accounts.decide(activation, given(member)), [activated]);
  const later = { ...activation, bookingId: "c", totalPaid: 900_000 };
  t.deepEqual(accounts.decide(later, given(member, activated)), []);
  t.like(accounts.decide(activation, given()), { code: "not_found" });
});
