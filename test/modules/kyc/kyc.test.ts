import test from "ava";
import type { KycEvent, KycSubmitted } from "../../../src/modules/kyc/events.js";
import { kycs } from "../../../src/modules/kyc/kyc.js";
import { given } from "../scenario.js";

const accountId = "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1e01";
const reviewer = { reviewerId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1e02", reviewerNumber: 2 };

function paper(fileId: string) {
  return { fileId, type: "image/jpeg" };
}

const data: KycSubmitted = {
  accountId,
  number: 7,
  details: {
    panNumber: "ABCDE1234F",
    aadhaarNumber: "123456789012",
    addressLine1: "123 Main Street",
    addressLine2: null,
    city: "Mumbai",
    state: "Maharashtra",
    pincode: "400001",
    country: "India",
    bankName: "State Bank of India",
    accountNumber: "1234567890",
    ifscCode: "SBIN0001234",
    accountHolderName: "John Doe",
  },
  papers: {
    pan: paper("pan"),
    aadhaarFront: paper("front"),
    aadhaarBack: paper("back"),
    bankPassbook: paper("passbook"),
  },
};
const submitted: KycEvent = { type: "KycSubmitted", data };
const approved: KycEvent = { type: "KycApproved", data: { accountId, ...reviewer } };
const rejected = refusedFor("blurred");

const submit = { type: "SubmitKyc", ...data } as const;
const approve = { type: "ApproveKyc", ...reviewer } as const;

function refusedFor(reason: string): KycEvent {
  return { type: "KycRejected", data: { accountId, ...reviewer, reason } };
}

function refuse(reason: string) {
  return { type: "RejectKyc", ...reviewer, reason } as const;
}

test("papers are submitted for review", (t) => {
  given(t, kycs).when(submit).yields(submitted);
});

test("nothing is submitted over what waits or is approved", (t) => {
  given(t, kycs, submitted).when(submit).refuses("invalid", "kyc_already_submitted");
  given(t, kycs, submitted, approved).when(submit).refuses("invalid", "kyc_already_submitted");
});

test("what was rejected may be submitted again, and waits again", (t) => {
  given(t, kycs, submitted, rejected).when(submit).yields(submitted);
  given(t, kycs, submitted, rejected, submitted).when(approve).yields(approved);
});

test("a submission is approved or rejected with a reason", (t) => {
  given(t, kycs, submitted).when(approve).yields(approved);
  given(t, kycs, submitted).when(refuse("blurred")).yields(rejected);
});

test("the same decision again changes nothing, another one corrects it", (t) => {
  const approvedOnce = given(t, kycs, submitted, approved);
  approvedOnce.when(approve).yields();
  approvedOnce.when(refuse("blurred")).yields(rejected);
  const rejectedOnce = given(t, kycs, submitted, rejected);
  rejectedOnce.when(refuse("blurred")).yields();
  rejectedOnce.when(refuse("expired")).yields(refusedFor("expired"));
  rejectedOnce.when(approve).yields(approved);
});

test("there is nothing to review before a submission", (t) => {
  given(t, kycs).when(approve).refuses("not_found", "kyc_unknown");
  given(t, kycs).when(refuse("blurred")).refuses("not_found", "kyc_unknown");
});
