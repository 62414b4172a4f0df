import test from "ava";
import { z } from "zod";
import { givenId, givenName } from "../../src/kernel/given-id.js";

const ID = "6d1f3c1e-5b0a-4d7e-9a57-0c8a5d2a6f11";

test("an id is the same one in either case, and still must be an id", (t) => {
  t.is(givenId.parse(ID.toUpperCase()), ID);
  t.is(givenId.parse(ID), ID);
  t.false(givenId.safeParse("G".repeat(36)).success);
});

test("in a name only the ids lose their capitals", (t) => {
  const name = givenName(z.string().max(90));
  const cases = [
    [`booking-${ID.toUpperCase()}`, `booking-${ID}`],
    [`booking:${ID.toUpperCase()}`, `booking:${ID}`],
    [`transfer:${ID.toUpperCase()}:${ID.toUpperCase()}`, `transfer:${ID}:${ID}`],
    ["razorpay:pay_ABCdef0123", "razorpay:pay_ABCdef0123"],
    [`A${ID.toUpperCase()}`, `A${ID.toUpperCase()}`],
  ] as const;
  for (const [given, known] of cases) t.is(name.parse(given), known);
  t.false(name.safeParse("x".repeat(91)).success);
});
