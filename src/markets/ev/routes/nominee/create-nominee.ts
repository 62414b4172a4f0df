import { callerId } from "../../../../kernel/caller.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { created, ok, route } from "../../../../kernel/route.js";
import { nominees } from "../../../../modules/nominee/nominee.js";
import { nomineeOf } from "../../../../../projections/nominees.js";
import { callerNumber } from "../../caller-number.js";
import { withPapers } from "../../papers/keep-papers.js";
import {
  NOMINEE_BODY_EXAMPLE,
  nomineeBody,
  personOf,
  proofOf,
  uploadsOf,
} from "../../papers/nominee-body.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { nomineeSchema, presentNominee } from "../../shapes/nominee.js";

/** Nominee APIs, 22. Create/Update Nominee: 201 for the first, 200 for the one there is. */
export const createNominee = route({
  method: "POST",
  path: "/api/users/nominee/",
  summary: "Name your nominee, or describe yours anew",
  tag: "Nominee",
  may: ANY_MEMBER,
  limit: "other",
  idempotency: "honoured",
  multipart: ["id_proof_document"],
  body: nomineeBody,
  example: NOMINEE_BODY_EXAMPLE,
  replies: {
    200: { description: "Updated.", schema: nomineeSchema },
    201: { description: "Named.", schema: nomineeSchema },
  },
  async handle({ body, url }, app) {
    const accountId = callerId(app);
    const number = await callerNumber(app);
    const done = await withPapers(app, uploadsOf(body), (papers) =>
      app.execute(nominees, accountId, {
        type: "NameNominee",
        accountId,
        number,
        person: personOf(body),
        proof: proofOf(body, papers.proof),
      }),
    );
    if (isRejection(done)) return done;
    const row = await nomineeOf(app.reads, accountId);
    if (row === undefined) return notFound();
    const isNew = done.events.some(({ type }) => type === "NomineeNamed");
    return (isNew ? created : ok)(presentNominee(row, url));
  },
});
