import { z } from "zod";
import { created, ok, type Documented, type Reply } from "../../../kernel/route.js";

/** Every success carries `success: true`, nearly every one its payload under `data`. */
export function data(payload: object): Reply {
  return ok({ success: true, data: payload });
}

export function createdData(payload: object): Reply {
  return created({ success: true, data: payload });
}

export function createdMessage(text: string): Reply {
  return created({ success: true, message: text });
}

export function message(text: string): Reply {
  return ok({ success: true, message: text });
}

export function documentedData(description: string, schema: z.ZodType): Documented {
  return { description, schema: z.object({ success: z.literal(true), data: schema }) };
}

export function documentedMessage(text: string): Documented {
  return {
    description: text,
    schema: z.object({ success: z.literal(true), message: z.string() }),
  };
}
