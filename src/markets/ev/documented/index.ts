import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { users } from "./users.js";

/** Every answer that the document prints, section by section as it stands there. */
export const documented: DocumentedAnswers = { ...users };
