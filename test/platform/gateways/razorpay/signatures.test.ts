import test from "ava";
import fc from "fast-check";
import { sign, signatureHolds } from "../../../../src/platform/gateways/razorpay/signatures.js";

const content = "order_IluGWxBm9U8zJ8|pay_IH4NVgf4Dreq1l";
// From an HMAC of another program: printf %s "$content" | openssl dgst -sha256 -hmac secret
const known = "89706ac8acfc45a2e0bf93a6e0bdb62bac9444f2afe56e47fea4a0cb2301610b";

test("a signature is the hex HMAC-SHA256 that other programs compute", (t) => {
  t.is(sign(content, "secret"), known);
  t.true(signatureHolds(content, "secret", known));
  t.true(signatureHolds(Buffer.from(content), "secret", known.toUpperCase()));
});

test("one changed bit anywhere breaks it", (t) => {
  fc.assert(
    fc.property(fc.nat(known.length - 1), fc.integer({ min: 1, max: 15 }), (at, change) => {
      const digit = (Number.parseInt(known.charAt(at), 16) ^ change).toString(16);
      const forged = known.slice(0, at) + digit + known.slice(at + 1);
      t.false(signatureHolds(content, "secret", forged));
    }),
  );
});

test("what is no signature is refused without an exception", (t) => {
  const wrong = ["", "0", known.slice(1), `${known}0`, `${known} `, `${known}\n`, "g".repeat(64)];
  for (const signature of [...wrong, "é".repeat(64), "ab".repeat(33), `0x${known.slice(2)}`]) {
    t.false(signatureHolds(content, "secret", signature), JSON.stringify(signature));
  }
  t.false(signatureHolds(content, "another secret", known));
});

test("the bytes are signed as they are, not as they parse", (t) => {
  const raw = Buffer.from('{ "amount":177120.0 }');
  const signature = sign(raw, "secret");
  t.true(signatureHolds(raw, "secret", signature));
  const reprinted = JSON.stringify(JSON.parse(raw.toString()));
  t.false(signatureHolds(reprinted, "secret", signature));
  const odd = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
  t.true(signatureHolds(odd, "secret", sign(odd, "secret")));
  t.false(signatureHolds(odd.toString(), "secret", sign(odd, "secret")));
});
