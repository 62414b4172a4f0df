import type { z } from "zod";
import type { App } from "../../../../kernel/app.js";
import { callerId } from "../../../../kernel/caller.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { ok, route } from "../../../../kernel/route.js";
import { nominees } from "../../../../modules/nominee/nominee.js";
import { nomineeOf } from "../../../../../projections/nominees.js";
import { withPapers } from "../../papers/keep-papers.js";
import {
  NOMINEE_BODY_EXAMPLE,
  nomineeBody,
  nomineeChangeBody,
  personChangeOf,
  proofOf,
  uploadsOf,
} from "../../papers/nominee-body.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { nomineeSchema, presentNominee } from "../../shapes/nominee.js";

const common = {
  path: "/api/users/nominee/",
  tag: "Nominee",
  may: ANY_MEMBER,
  limit: "other",
  idempotency: "honoured",
  multipart: ["id_proof_document"],
  example: NOMINEE_BODY_EXAMPLE,
  replies: {
    200: { description: "Updated.", schema: nomineeSchema },
  },
} as const;

/** Nominee APIs, 22. Create/Update Nominee, PUT: all that is known of the person. */
export const replaceNominee = route({
  ...common,
  method: "PUT",
  summary: "Describe your nominee anew",
  body: nomineeBody,
  handle: ({ body, url }, app) => change(body, url, app),
});

/** Nominee APIs, 22. Create/Update Nominee, PATCH: what is left out stays. */
export const updateNominee = route({
  ...common,
  method: "PATCH",
  summary: "Change something about your nominee",
  body: nomineeChangeBody,
  handle: ({ body, url }, app) => change(body, url, app),
});

async function change(body: z.output<typeof nomineeChangeBody>, url: string, app: App) {
  const accountId = callerId(app);
  const done = await withPapers(app, uploadsOf(body), (papers) =>
    app.execute(nominees, accountId, {
      type: "ChangeNominee",
      person: personChangeOf(body),
      proof: proofOf(body, papers.proof),
    }),
  );
  if (isRejection(done)) return done;
  const row = await nomineeOf(app.reads, accountId);
  return row === undefined ? notFound() : ok(presentNominee(row, url));
}
