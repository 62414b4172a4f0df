import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** A root above eight members. */
const NODE = {
  id: 1,
  user: 1,
  parent: null,
  side: null,
  level: 0,
  left_count: 5,
  right_count: 3,
  created_at: "2026-01-06T12:00:00Z",
};

/** Binary APIs. */
export const binary: DocumentedAnswers = {
  "GET /api/binary/nodes/my_tree/": [
    { status: 200, body: NODE },
    { status: 404, body: { message: "No binary node found" } },
  ],
  "GET /api/binary/nodes/": [
    {
      status: 200,
      body: {
        count: 100,
        next: null,
        previous: null,
        results: [NODE],
      },
      note: "The document elides what Get My Binary Tree prints.",
    },
  ],
  "POST /api/binary/pairs/check_pairs/": [
    {
      status: 201,
      body: {
        id: 1,
        user: 1,
        left_user: 2,
        right_user: 3,
        pair_amount: "1000.00",
        earning_amount: "500.00",
        status: "matched",
        pair_month: 1,
        pair_year: 2026,
        created_at: "2026-01-06T12:00:00Z",
      },
    },
    {
      status: 200,
      body: { message: "No pairs available" },
      when: "no pair can be formed",
    },
  ],
  "GET /api/binary/pairs/": [
    {
      status: 200,
      body: {
        count: 5,
        next: null,
        previous: null,
        results: [
          {
            id: 1,
            user: 1,
            left_user: 2,
            right_user: 3,
            pair_amount: "1000.00",
            earning_amount: "500.00",
            status: "processed",
            pair_month: 1,
            pair_year: 2026,
            matched_at: "2026-01-06T12:00:00Z",
          },
        ],
      },
    },
  ],
  "GET /api/binary/earnings/": [
    {
      status: 200,
      body: {
        count: 10,
        next: null,
        previous: null,
        results: [
          {
            id: 1,
            user: 1,
            binary_pair: 1,
            amount: "500.00",
            pair_number: 1,
            emi_deducted: "0.00",
            net_amount: "500.00",
            created_at: "2026-01-06T12:00:00Z",
          },
        ],
      },
    },
  ],
};
