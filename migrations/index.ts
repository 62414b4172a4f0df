import type { Migration } from "../src/platform/database/migrate.js";
import { schemas } from "./0001-schemas.js";
import { http } from "./0002-http.js";
import { identity } from "./0003-identity.js";
import { subjectKeys } from "./0004-subject-keys.js";
import { sandbox } from "./0010-sandbox.js";
import { processes } from "./0011-processes.js";
import { outboxIds } from "./0012-outbox-ids.js";
import { files } from "./0013-files.js";
import { webhookDeliveries } from "./0020-webhook-deliveries.js";
import { dailyJobs } from "./0021-daily-jobs.js";
import { sandboxDisputes } from "./0022-sandbox-disputes.js";
import { masterSecrets } from "./0023-master-secrets.js";

/** Every step in order. Append only: a database may stand at any of them. */
export const migrations: readonly Migration[] = [
  schemas,
  http,
  identity,
  subjectKeys,
  sandbox,
  processes,
  outboxIds,
  files,
  webhookDeliveries,
  dailyJobs,
  sandboxDisputes,
  masterSecrets,
];
