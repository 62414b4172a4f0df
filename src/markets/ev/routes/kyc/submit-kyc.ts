import { callerId } from "../../../../kernel/caller.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { created, route } from "../../../../kernel/route.js";
import { kycs } from "../../../../modules/kyc/kyc.js";
import { kycOf } from "../../../../../projections/kyc/queries.js";
import { callerNumber } from "../../caller-number.js";
import { withPapers } from "../../papers/keep-papers.js";
import { detailsOf, kycBody } from "../../papers/kyc-body.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { kycSchema, presentKyc } from "../../shapes/kyc.js";

/** KYC APIs, 16. Create KYC. */
export const submitKyc = route({
  method: "POST",
  path: "/api/users/kyc/",
  summary: "Submit your KYC documents",
  tag: "KYC",
  may: ANY_MEMBER,
  limit: "other",
  idempotency: "honoured",
  multipart: ["pan_document", "aadhaar_front", "aadhaar_back", "bank_passbook"],
  body: kycBody,
  example: {
    pan_number: "ABCDE1234F",
    aadhaar_number: "123456789012",
    address_line1: "123 Main Street",
    address_line2: "Apt 4B",
    city: "Mumbai",
    state: "Maharashtra",
    pincode: "400001",
    country: "India",
    pan_document: "<file>",
    aadhaar_front: "<file>",
    aadhaar_back: "<file>",
    bank_name: "State Bank of India",
    account_number: "1234567890",
    ifsc_code: "SBIN0001234",
    account_holder_name: "John Doe",
    bank_passbook: "<file>",
  },
  replies: {
    201: {
      description: "Submitted; it waits for a review.",
      schema: kycSchema,
    },
  },
  async handle({ body, url }, app) {
    const accountId = callerId(app);
    const number = await callerNumber(app);
    const uploads = {
      pan: body.pan_document,
      aadhaarFront: body.aadhaar_front,
      aadhaarBack: body.aadhaar_back,
      bankPassbook: body.bank_passbook,
    };
    const done = await withPapers(app, uploads, (papers) =>
      app.execute(kycs, accountId, {
        type: "SubmitKyc",
        accountId,
        number,
        details: detailsOf(body),
        papers,
      }),
    );
    if (isRejection(done)) return done;
    const row = await kycOf(app.reads, accountId);
    return row === undefined ? notFound() : created(presentKyc(row, url));
  },
});
