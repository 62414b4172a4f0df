import { z } from "zod";
import { givenName } from "../../../../kernel/given-id.js";
import { route, type Route } from "../../../../kernel/route.js";
import { memberById } from "../../../../../projections/members.js";
import { isFiledIn } from "../../papers/filed-in.js";
import { MEDIA_FOLDERS, nameOfPaper, type MediaFolder } from "../../papers/media.js";
import { sees, sightOf } from "../../papers/sight.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";

const NAME = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.(?:jpg|png|pdf)$/;

/** Nothing in a paper is run, shown in place of a page, or kept by anybody on the way. */
const SAFE = {
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cache-control": "private, no-store",
};

/**
 * File Uploads: "Files are stored in /media/ directory". They are identity papers, so they are
 * for those who may see the record alone, and as good as absent for everybody else (EV-R021),
 * and under the folder alone in which the record names them.
 */
function getPaper(folder: MediaFolder): Route {
  return route({
    method: "GET",
    path: `/media/${folder}/:name`,
    summary: `A paper of ${folder}`,
    tag: "Media",
    may: ANY_MEMBER,
    limit: "other",
    params: z.object({ name: givenName(z.string()).regex(NAME) }),
    replies: {
      200: { description: "The file, for download.", schema: z.unknown() },
    },
    async handle({ params: { name } }, app) {
      const fileId = NAME.exec(name)?.[1] ?? "";
      const file = await app.files.read(fileId);
      if (file === undefined || name !== nameOfPaper({ fileId, type: file.type })) {
        return notFound();
      }
      const owner = await memberById(app.reads, MARKETPLACE, file.owner);
      if (owner === undefined || !sees(sightOf(app), owner)) return notFound();
      const filed = await isFiledIn(app.reads, folder, { fileId, owner: file.owner });
      if (!filed) return notFound();
      const disposition = { "content-disposition": `attachment; filename="${name}"` };
      const headers = { "content-type": file.type, ...disposition, ...SAFE };
      return { status: 200, body: file.bytes, headers };
    },
  });
}

/** One address a folder. */
export const mediaRoutes: readonly Route[] = MEDIA_FOLDERS.map(getPaper);
