import test from "ava";
import type { IdProof, NomineeEvent } from "../../../src/modules/nominee/events.js";
import { nominees } from "../../../src/modules/nominee/nominee.js";
import { given } from "../scenario.js";

const accountId = "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1f01";
const reviewer = { reviewerId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1f02", reviewerNumber: 2 };
const reviewed = { accountId, ...reviewer };

const jane = {
  fullName: "Jane Doe",
  relationship: "spouse",
  dateOfBirth: "1990-01-01",
  mobile: "+919876543211",
  email: "jane@example.com",
  addressLine1: "123 Main Street",
  city: "Mumbai",
  state: "Maharashtra",
  pincode: "400001",
};
const card: IdProof = {
  proofType: "Aadhaar",
  proofNumber: "987654321098",
  paper: { fileId: "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1f03", type: "image/png" },
};

const named: NomineeEvent = {
  type: "NomineeNamed",
  data: { accountId, number: 7, person: jane },
};
const proven = submitted(card);
const verified: NomineeEvent = { type: "NomineeVerified", data: reviewed };
const rejected = refusedFor("blurred");

const name = { type: "NameNominee", accountId, number: 7, person: jane, proof: {} } as const;
const verify = { type: "VerifyNominee", ...reviewer } as const;

function submitted(proof: IdProof): NomineeEvent {
  return { type: "NomineeProofSubmitted", data: { accountId, proof } };
}

function refusedFor(reason: string): NomineeEvent {
  return { type: "NomineeRejected", data: { ...reviewed, reason } };
}

function refuse(reason: string) {
  return { type: "RejectNominee", ...reviewer, reason } as const;
}

function describe(person: Partial<typeof jane>, proof: Partial<IdProof> = {}) {
  return { type: "ChangeNominee", person, proof } as const;
}

function nowIs(person: Partial<typeof jane>): NomineeEvent {
  return { type: "NomineeChanged", data: { accountId, person: { ...jane, ...person } } };
}

test("a nominee is named with or without an id proof", (t) => {
  given(t, nominees).when(name).yields(named);
  given(t, nominees)
    .when({ ...name, proof: card })
    .yields(named, proven);
  given(t, nominees)
    .when({ ...name, proof: { proofType: "PAN" } })
    .yields(named, submitted({ proofType: "PAN", proofNumber: null, paper: null }));
});

test("naming again describes the one nominee anew", (t) => {
  const history = given(t, nominees, named);
  history.when(name).yields();
  history.when({ ...name, proof: card }).yields(proven);
  history
    .when({ ...name, person: { ...jane, fullName: "Joan Doe" } })
    .yields(nowIs({ fullName: "Joan Doe" }));
});

test("what is left out of a change stays as it is", (t) => {
  const history = given(t, nominees, named, proven);
  history.when(describe({ city: "Pune" })).yields(nowIs({ city: "Pune" }));
  history.when(describe({}, { proofNumber: "1" })).yields(submitted({ ...card, proofNumber: "1" }));
  history.when(describe({ city: "Mumbai" })).yields();
});

test("the proof is verified, or rejected with or without a reason", (t) => {
  const history = given(t, nominees, named, proven);
  history.when(verify).yields(verified);
  history.when(refuse("blurred")).yields(rejected);
  history.when(refuse("")).yields(refusedFor(""));
});

test("the same decision again changes nothing, another one corrects it", (t) => {
  given(t, nominees, named, proven, verified).when(verify).yields();
  given(t, nominees, named, proven, verified).when(refuse("blurred")).yields(rejected);
  given(t, nominees, named, proven, rejected).when(refuse("blurred")).yields();
  given(t, nominees, named, proven, rejected).when(verify).yields(verified);
});

test("a new proof waits for a review again; the verified one repeated does not", (t) => {
  const history = given(t, nominees, named, proven, verified);
  const another = { ...card, paper: { fileId: "another", type: "image/png" } };
  history.when(describe({}, { paper: another.paper })).yields(submitted(another));
  history.when(describe({}, { proofType: card.proofType })).yields();
});

test("the rejected proof repeated is another try", (t) => {
  const history = given(t, nominees, named, proven, rejected);
  history.when(describe({}, { proofNumber: card.proofNumber })).yields(proven);
  history.when(describe({ city: "Pune" })).yields(nowIs({ city: "Pune" }));
});

test("whoever was verified is not quietly swapped for somebody else", (t) => {
  const history = given(t, nominees, named, proven, verified);
  history.when(describe({ mobile: "+911" })).yields(nowIs({ mobile: "+911" }));
  history.when(describe({ fullName: "Bob" })).yields(nowIs({ fullName: "Bob" }), proven);
  const later = { dateOfBirth: "1991-01-01" };
  history.when(describe(later)).yields(nowIs(later), proven);
});

test("there is nobody to change or review before one is named", (t) => {
  given(t, nominees)
    .when(describe({ city: "Pune" }))
    .refuses("not_found", "nominee_unknown");
  given(t, nominees).when(verify).refuses("not_found", "nominee_unknown");
  given(t, nominees).when(refuse("")).refuses("not_found", "nominee_unknown");
});
