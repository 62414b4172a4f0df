import { z } from "zod";
import { reject } from "../../kernel/rejection.js";
import { ok, PUBLIC, route, type Route } from "../../kernel/route.js";
import type { SandboxPorts } from "../ports.js";

export function runJob({ jobs }: Pick<SandboxPorts, "jobs">): Route {
  return route({
    method: "POST",
    path: "/jobs/:name",
    summary: "Runs a scheduled job once and answers with its result",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    params: z.object({ name: z.string() }),
    replies: { 200: { description: "The job's result", schema: z.looseObject({}) } },
    async handle({ params: { name } }) {
      // Own names only: `constructor` is no job.
      const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined;
      if (job !== undefined) return ok(await job());
      const known = Object.keys(jobs).sort().join(", ");
      return reject("not_found", "unknown_job", `There is no job ${name}, only: ${known}`);
    },
  });
}
