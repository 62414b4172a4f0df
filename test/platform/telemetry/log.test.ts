import test from "ava";
import { createLog, type LogOptions } from "../../../src/platform/telemetry/log.js";

function logged(
  pretty: boolean,
  write: (log: ReturnType<typeof createLog>) => void,
  level: LogOptions["level"] = "info",
): string {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  write(createLog({ level, pretty, destination }));
  return lines.join("");
}

test("secrets are cut out by name, also in nested fields and errors", (t) => {
  const error = Object.assign(new Error("refused"), {
    request: { headers: { authorization: "Bearer s3cret" }, path: "/x" },
  });
  const text = logged(false, (log) =>
    log.error({
      err: error,
      authorization: "s3cret",
      body: { new_password: "s3cret", otp: "s3cret", email_otp: "s3cret", phone: "1" },
      tokens: { accessToken: "s3cret", refresh_token: "s3cret" },
    }),
  );
  t.notRegex(text, /s3cret/);
  t.regex(text, /"phone":"1"/);
  t.regex(text, /"path":"\/x"/);
  t.is(text.match(/\[redacted\]/g)?.length, 7);
});

test("what was logged is not changed for its owner", (t) => {
  const body = { password: "s3cret" };
  logged(false, (log) => log.info({ body }));
  t.deepEqual(body, { password: "s3cret" });
});

test("the readable form is one line an entry, and a stack below it", (t) => {
  const text = logged(true, (log) => log.warn({ market: "bazaar", count: 2 }, "a store is away"));
  t.regex(text, /^\d\d:\d\d:\d\d WARN {2}a store is away market=bazaar count=2\n$/);
  const failed = logged(true, (log) => log.error({ err: new Error("a bug") }, "failed"));
  t.regex(failed, /ERROR failed\nError: a bug\n {4}at /);
});

test("entries below the level are not written", (t) => {
  t.is(
    logged(false, (log) => log.info("quiet"), "warn"),
    "",
  );
});
