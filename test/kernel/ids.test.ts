import test from "ava";
import fc from "fast-check";
import { v5 } from "uuid";
import { deriveId, isId } from "../../src/kernel/ids.js";

const NAMESPACE = "6d1f3c1e-5b0a-4d7e-9a57-0c8a5d2a6f11";

test("a derived id is the UUID of version 5 of its parts", (t) => {
  const part = fc.oneof(fc.string({ unit: "binary" }), fc.integer());
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const id = deriveId(...parts);
      t.true(isId(id));
      t.is(id, v5(JSON.stringify(parts), NAMESPACE));
    }),
  );
});
