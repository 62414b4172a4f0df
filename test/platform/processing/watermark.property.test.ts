import test from "ava";
import fc from "fast-check";
import { Watermark } from "../../../src/platform/processing/watermark.js";

/** Which piece ends next, as an index into those under way. */
const endings = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });

test("a checkpoint never passes a piece that is under way, and ends at the last", (t) => {
  fc.assert(
    fc.property(endings, (order) => {
      const watermark = new Watermark(0, () => undefined);
      const pieces = order.map((_, index) => ({
        position: (index + 1) * 10,
        end: watermark.begin((index + 1) * 10),
      }));
      for (const choice of order) {
        const [piece] = pieces.splice(choice % pieces.length, 1);
        piece?.end();
        const oldest = pieces[0]?.position ?? order.length * 10 + 10;
        t.is(watermark.position, oldest - 10);
        t.true(watermark.underWay >= pieces.length);
      }
      t.is(watermark.underWay, 0);
    }),
  );
});
