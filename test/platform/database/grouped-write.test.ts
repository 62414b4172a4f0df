import test from "ava";
import { groupedWrite } from "../../../src/platform/database/grouped-write.js";

test("what gathers during a write goes out together, each with its own result", async (t) => {
  const groups: number[][] = [];
  const write = groupedWrite<number, string>(async (items) => {
    groups.push([...items]);
    await new Promise(setImmediate);
    return items.map((item) => `written ${item}`);
  });
  const results = await Promise.all([1, 2, 3, 4].map((item) => write(item)));
  t.deepEqual(results, ["written 1", "written 2", "written 3", "written 4"]);
  t.deepEqual(groups, [[1], [2, 3, 4]]);
  t.is(await write(5), "written 5");
});

test("no promise is kept before the write that carries it", async (t) => {
  let finish = () => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const write = groupedWrite<number, number>(async (items) => {
    await gate;
    return items;
  });
  let kept = false;
  const written = write(1).then(() => {
    kept = true;
  });
  await new Promise(setImmediate);
  t.false(kept);
  finish();
  await written;
  t.true(kept);
});

test("a bad item fails alone, and the writer goes on", async (t) => {
  const write = groupedWrite<number, number>((items) =>
    items.includes(13) ? Promise.reject(new Error("bad")) : Promise.resolve(items),
  );
  const results = await Promise.allSettled([1, 12, 13, 14].map((item) => write(item)));
  t.deepEqual(
    results.map(({ status }) => status),
    ["fulfilled", "fulfilled", "rejected", "fulfilled"],
  );
  t.is(await write(15), 15);
});

test("more than one statement's worth goes out in several", async (t) => {
  const sizes: number[] = [];
  const write = groupedWrite<number, number>((items) => {
    sizes.push(items.length);
    return Promise.resolve(items);
  });
  await Promise.all(Array.from({ length: 1_200 }, (_, item) => write(item)));
  t.deepEqual(sizes, [1, 500, 500, 199]);
});
